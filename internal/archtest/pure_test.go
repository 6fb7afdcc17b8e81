package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pure are the packages that touch nothing outside: no file, no network, no
// database, no clock, no chance. What they need comes in as an argument.
var pure = []string{
	"workshop", "access", "rating", "passage", "diff", "thai", "board", "locale", "chart", "room/view", "note", "note/sample",
	"document", "document/fonts", "document/html", "document/docx", "document/pdf", "report", "journal", "journal/record", "demo",
}

// outside are the imports by which a package would reach out. A path that ends
// in "/" stands for everything below it.
var outside = []string{
	"os", "os/", "io/ioutil", "net", "net/http", "net/http/", "net/rpc", "net/smtp", "database/", "syscall", "plugin", "log", "log/",
	"math/rand", "math/rand/v2", "crypto/rand", "golang.org/x/sys/", "modernc.org/",
}

// clock are the functions of package time that read or wait for the clock.
var clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer"}

func TestPurePackagesReachOutForNothing(t *testing.T) {
	found := 0
	for _, p := range house(t) {
		if !slices.Contains(pure, p.name()) {
			continue
		}
		found++
		for _, imported := range p.Imports {
			if slices.ContainsFunc(outside, func(o string) bool {
				return imported == o || strings.HasSuffix(o, "/") && strings.HasPrefix(imported, o)
			}) {
				t.Errorf("internal/%s is pure but imports %s", p.name(), imported)
			}
		}
		for _, file := range p.GoFiles {
			lookForClock(t, filepath.Join(p.Dir, file), p.name())
		}
	}
	if found != len(pure) {
		t.Errorf("%d packages are named pure, %d of them are there", len(pure), found)
	}
}

func lookForClock(t *testing.T, path, pkg string) {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	name := importedAs(file, "time")
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && name != "" && x.Name == name && slices.Contains(clock, sel.Sel.Name) {
			t.Errorf("internal/%s/%s:%d: time.%s: a pure package gets the time from outside", pkg, filepath.Base(path), files.Position(n.Pos()).Line, sel.Sel.Name)
		}
		return true
	})
}

// importedAs is the name by which a file calls a package, empty when it does
// not import it. A dot import would hide the calls, so it counts as a breach
// elsewhere: gofmt and staticcheck refuse it.
func importedAs(file *ast.File, importPath string) string {
	for _, i := range file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil && p == importPath {
			if i.Name != nil {
				return i.Name.Name
			}
			return importPath[strings.LastIndexByte(importPath, '/')+1:]
		}
	}
	return ""
}

// Nothing of ours decides by a clock of its own where a clock is handed in:
// outside the pure packages the machine's clock may be read only here.
var readsClock = map[string]string{
	"room/room.go":        "the clock when none is given",
	"room/commit.go":      "how long a write took",
	"room/votes.go":       "how long a write took",
	"web/server.go":       "the clock when none is given",
	"web/stream.go":       "write deadlines are the machine's own",
	"rehearse/clock.go":   "the simulated clock runs on from a moment",
	"rehearse/forward.go": "how long the reports took, and how long to wait for one",
}

func TestTheClockComesFromOutside(t *testing.T) {
	for _, p := range house(t) {
		for _, file := range p.GoFiles {
			if p.name() == "cli" || p.name() == "" || strings.HasSuffix(p.name(), "test") {
				continue // cli hands the clock in; journaltest and documenttest are tests
			}
			where := filepath.ToSlash(filepath.Join(p.name(), file))
			reads := callsNow(t, filepath.Join(p.Dir, file))
			if _, allowed := readsClock[where]; reads && !allowed {
				t.Errorf("internal/%s reads time.Now: take the clock from outside, or say why not in readsClock (internal/archtest/pure_test.go)", where)
			} else if !reads && allowed {
				t.Errorf("readsClock names internal/%s, which does not read time.Now any more", where)
			}
		}
	}
}

func callsNow(t *testing.T, path string) (reads bool) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	name := importedAs(file, "time")
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && name != "" && sel.Sel.Name == "Now" {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == name {
				reads = true
			}
		}
		return true
	})
	return reads
}
