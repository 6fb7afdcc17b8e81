package workshop

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

// Every code that the sources can refuse with is provoked by a test:
// r.refused(actor, command, "code"), or wantCode(t, err, "code").
func TestEveryRefusalIsProvoked(t *testing.T) {
	provoked := map[string]bool{}
	for _, code := range literalsIn(t, true, map[string]int{"refused": 2, "wantCode": 2}) {
		provoked[code] = true
	}
	said := literalsIn(t, false, map[string]int{"refuse": 0})
	if len(said) < 50 {
		t.Fatalf("only %d refusals found in the sources: does this test still read them?", len(said))
	}
	for _, code := range said {
		if !provoked[code] {
			t.Errorf("no test is refused with %q", code)
		}
	}
}

// literalsIn collects the string literals that the calls of the named functions
// have at the given place, in the test files or in the others.
func literalsIn(t *testing.T, tests bool, calls map[string]int) []string {
	t.Helper()
	var found []string
	for _, file := range parsePackage(t, tests) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if place, ok := calls[nameOf(call.Fun)]; ok && place < len(call.Args) {
				if lit, ok := call.Args[place].(*ast.BasicLit); ok && lit.Kind == token.STRING {
					text, _ := strconv.Unquote(lit.Value)
					found = append(found, text)
				}
			}
			return true
		})
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func nameOf(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func parsePackage(t *testing.T, tests bool) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") != tests {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// Every type with a Name and a Decide is a command that can be decoded, and
// every type with a Kind an event: nothing is left out of the vocabulary.
func TestTheVocabularyIsWhole(t *testing.T) {
	named := map[string]int{"Name": 0, "Kind": 0}
	for _, file := range parsePackage(t, false) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Type.Params.NumFields() == 0 {
				if _, counted := named[f.Name.Name]; counted {
					named[f.Name.Name]++
				}
			}
		}
	}
	if named["Name"] != len(commandNames) || named["Kind"] != len(eventKinds) {
		t.Errorf("%d types have a Name and %d commands are known; %d have a Kind and %d events are known",
			named["Name"], len(commandNames), named["Kind"], len(eventKinds))
	}
	for name := range afterClosing {
		if _, ok := commandNames[name]; !ok {
			t.Errorf("%s goes on after closing and is no command", name)
		}
	}
}
