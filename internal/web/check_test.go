package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sala.example/internal/locale"
	"sala.example/internal/plan"
)

// Every finding can be said in every language with what it brings, and every
// new item has a title.
func TestEveryFindingHasASentence(t *testing.T) {
	codes := findingCodes(t)
	if len(codes) < 10 {
		t.Fatalf("only %d codes found in package plan: are they called otherwise now?", len(codes))
	}
	for _, lang := range locale.Languages() {
		for code := range codes {
			if !locale.Has(lang, "plan."+code) {
				t.Errorf("%s: there is no sentence for %q", lang, code)
			}
		}
		for _, kind := range []string{plan.Decision, plan.Presentation, plan.QA, plan.Break} {
			if !locale.Has(lang, "plan.new."+kind) {
				t.Errorf("%s: a new item of kind %q has no title", lang, kind)
			}
		}
		for key, said := range locale.Area(lang, "plan") {
			code, isNew := strings.CutPrefix(key, "plan.new.")
			code = strings.TrimPrefix(code, "plan.")
			names, known := codes[code]
			if !isNew && !known {
				t.Errorf("%s: nothing is found that %q says", lang, key)
			}
			for _, hole := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(said, -1) {
				if !strings.Contains(names, hole[1]) {
					t.Errorf("%s: %q fills in %s, the finding brings %q", lang, key, hole[1], names)
				}
			}
		}
	}
}

// findingCodes reads the constants Code… of package plan, and the arguments that
// their comments name.
func findingCodes(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../plan/plan.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "Code") || len(spec.Values) == 0 {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes[value] = spec.Comment.Text()
		return true
	})
	return codes
}
