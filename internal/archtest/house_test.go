// Package archtest holds the house of ARCHITECTURE.md to its plan: which
// package may import which, and what the pure ones must not touch. It has no
// code of its own.
package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "sala.example"

// mayImport is the whole house: for each package below internal/ the packages
// of ours that it may import. Arrows point down only. Before you add an arrow,
// ask whether the thing you want belongs to the lower package.
var mayImport = map[string][]string{
	// The core: pure, and at the bottom.
	"passage":   {},
	"csvfile":   {},
	"opinion":   {"csvfile"},
	"rating":    {"csvfile", "thai"},
	"thai":      {},
	"room/view": {},
	"quickjson": {}, // JSON of ballots
	"workshop":  {"rating", "opinion", "quickjson", "thai"},
	"access":    {"workshop"},
	"diff":      {"thai"},
	"condition": {"workshop", "rating", "locale"},
	"board":     {},
	"locale":    {},
	"chart":     {},

	// The concept note in.
	"note":            {"note/source"},
	"note/source":     {"note/source/pdf", "thai"},
	"note/source/pdf": {},
	"note/sample":     {},
	"plan":            {}, // what a programme leaves room for

	"metrics": {}, // counters that anybody above may move

	// What is kept. The stores know the interface, never each other.
	"datadir":             {},
	"sqlite":              {},
	"sqlite/powercut":     {}, // a disk whose power is cut, for tests
	"journal":             {},
	"journal/memory":      {"journal"},
	"journal/sqlite":      {"journal", "sqlite"},
	"journal/record":      {"journal", "passage"},
	"journal/journaltest": {"journal"},
	"random":              {},
	"vault":               {"sqlite", "passage", "random"},
	"backup":              {"journal", "journal/sqlite", "sqlite"}, // opens the copies that it made

	// Papers out. The writers know the document, never each other.
	"document":              {"chart"},
	"document/fonts":        {},
	"document/html":         {"document", "document/fonts", "chart", "thai"},
	"document/docx":         {"document", "document/fonts"},
	"document/pdf":          {"document", "document/fonts", "chart", "thai"},
	"document/documenttest": {"document", "chart"},
	"schedule":              {"workshop", "note"}, // the programme for other programs
	"report": {
		"workshop", "rating", "opinion", "condition", "diff", "thai", "locale", "chart",
		"document", "document/html", "document/docx", "document/pdf",
	},

	// A workshop that runs, and its face.
	"room": {
		"workshop", "access", "journal", "journal/record", "vault", "room/view",
		"rating", "opinion", "condition", "diff", "locale", "passage", "metrics", "quickjson",
	},
	"ui":     {},
	"ui/gen": {"room/view"},
	"web": {
		"room", "room/view", "access", "workshop", "vault", "report", "note", "note/sample", "note/source", "plan",
		"board", "rating", "condition", "chart", "locale", "thai", "ui", "metrics", "schedule",
	},

	// Simulated people, who come in by HTTP like everybody.
	"demo":     {"workshop"},
	"rehearse": {"demo", "note", "room/view", "workshop"},

	// The command line, the only place that wires.
	"cli": {
		"access", "backup", "datadir", "demo", "diff", "journal", "journal/record", "journal/sqlite", "metrics", "note", "note/sample",
		"opinion", "random", "rating", "rehearse", "report", "room", "vault", "web", "workshop",
	},

	"archtest": {},
}

// onlyFrom are packages that only those named may import, whatever the table
// above says: the journal's stores are chosen in one place.
var onlyFrom = map[string][]string{
	"cli":                   {""}, // main.go
	"journal/sqlite":        {"cli", "backup"},
	"journal/memory":        {}, // tests
	"journal/journaltest":   {}, // tests
	"sqlite/powercut":       {}, // tests
	"document/documenttest": {}, // tests
	"sqlite":                {"journal/sqlite", "vault", "backup"},
	"datadir":               {"cli"},
	"backup":                {"cli"},
	"web":                   {"cli"},
	"rehearse":              {"cli"},
}

// adapters are the groups whose members must not know each other.
var adapters = [][]string{
	{"journal/sqlite", "journal/memory", "vault", "note", "document/html", "document/docx", "document/pdf"},
}

// listed is what `go list` says of a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
}

// name is the package's name in the tables: its path below internal/, empty
// for main.
func (p listed) name() string { return short(p.ImportPath) }

func short(importPath string) string {
	return strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/internal/")
}

func ours(importPath string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

// house lists every package of the module but those of tests in browsers and
// of benchmarks, which stand outside internal/.
func house(t *testing.T) []listed {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,GoFiles,Imports", module, module+"/internal/...")
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var packages []listed
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("read what go list says: %v", err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 20 {
		t.Fatalf("go list names only %d packages: is this the root of the module?", len(packages))
	}
	return packages
}

func TestArrowsPointDown(t *testing.T) {
	for _, p := range house(t) {
		if p.name() == "" {
			continue // main.go: see TestOnlyFrom
		}
		allowed, known := mayImport[p.name()]
		if !known {
			t.Errorf("package internal/%s is new: give it a line in mayImport (internal/archtest/house_test.go) that says what it may import", p.name())
			continue
		}
		for _, imported := range p.Imports {
			if ours(imported) && !slices.Contains(allowed, short(imported)) {
				t.Errorf("internal/%s imports internal/%s, which the house does not allow (mayImport in internal/archtest/house_test.go)", p.name(), short(imported))
			}
		}
	}
}

// A table that allows what nobody uses would hide the next wrong arrow.
func TestTheTableSaysNoMoreThanTheHouse(t *testing.T) {
	packages := map[string]listed{}
	for _, p := range house(t) {
		packages[p.name()] = p
	}
	for _, name := range slices.Sorted(maps.Keys(mayImport)) {
		p, there := packages[name]
		if !there {
			t.Errorf("mayImport names internal/%s, which is gone", name)
			continue
		}
		for _, allowed := range mayImport[name] {
			if !slices.Contains(p.Imports, path.Join(module, "internal", allowed)) {
				t.Errorf("mayImport lets internal/%s import internal/%s, which it no longer does", name, allowed)
			}
		}
	}
}

func TestOnlyFrom(t *testing.T) {
	for _, p := range house(t) {
		for _, imported := range p.Imports {
			from, guarded := onlyFrom[short(imported)]
			if ours(imported) && guarded && !slices.Contains(from, p.name()) {
				t.Errorf("internal/%s imports internal/%s, which only %q may", p.name(), short(imported), from)
			}
		}
	}
}

func TestAdaptersDoNotKnowEachOther(t *testing.T) {
	for _, p := range house(t) {
		for _, group := range adapters {
			if !slices.Contains(group, p.name()) {
				continue
			}
			for _, imported := range p.Imports {
				if ours(imported) && slices.Contains(group, short(imported)) {
					t.Errorf("internal/%s imports internal/%s: adapters do not know each other", p.name(), short(imported))
				}
			}
		}
	}
}
