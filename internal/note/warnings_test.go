package note

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestEveryCodeHasBothSentences reads the constants of warnings.go, so that a new code without words fails.
func TestEveryCodeHasBothSentences(t *testing.T) {
	codes := declaredCodes(t)
	if len(codes) < 20 || len(codes) != len(messages) {
		t.Errorf("%d codes and %d messages", len(codes), len(messages))
	}
	for _, code := range codes {
		w := Warning{Code: code}
		english, thai := w.Message("en"), w.Message("th")
		if english == "" || thai == "" || strings.IndexFunc(thai, isThai) < 0 || strings.IndexFunc(english, isThai) >= 0 {
			t.Errorf("%s: %q and %q", code, english, thai)
		}
		if code != strings.ToLower(code) || strings.ContainsFunc(code, unicode.IsSpace) {
			t.Errorf("%q is not kebab-case", code)
		}
	}
}

func declaredCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(gotoken.NewFileSet(), "warnings.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "Code") {
			return true
		}
		code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, code)
		return true
	})
	return codes
}

// TestMessagesAreFilled: no warning of the corpus leaves a {placeholder}, in either language.
func TestMessagesAreFilled(t *testing.T) {
	text := "ร่าง\nMonday 3 March 2026\n9:00-9:30 Dr. Example Oneda\n9:00-9:30 Dr. Example Onedo\n9:15-8:00 Talk TBC\n8:00 (30 min) Late\n12:00-1:00 Lunch\n1:00-5:00 Decision\n"
	for _, s := range []string{text, "just words here", "Thursday 12 March\n09:00-10:00 Opening"} {
		n, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range n.Warnings {
			for _, lang := range []string{"en", "th"} {
				if m := w.Message(lang); strings.ContainsAny(m, "{}") || m == "" {
					t.Errorf("%s in %s: %q", w.Code, lang, m)
				}
			}
		}
	}
}

func TestWeekdayMessage(t *testing.T) {
	n, err := Parse("Monday 23 September 2014\n09:00-10:00 Opening")
	if err != nil {
		t.Fatal(err)
	}
	want := "2014-09-23 is a Tuesday, but the note says Monday."
	for _, w := range n.Warnings {
		if w.Code == CodeWeekday && w.Message("en") == want {
			return
		}
	}
	t.Errorf("no warning %q in %v", want, n.Warnings)
}
