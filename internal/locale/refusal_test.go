package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sources are where refusals are given.
var sources = []string{"../workshop/*.go", "../access/*.go", "../web/*.go"}

// Every refusal that the program can give has a sentence in every language,
// and a sentence fills in only what each refusal of its code brings.
func TestEveryRefusalHasASentence(t *testing.T) {
	refusals := refusalsIn(t)
	if len(refusals) < 60 {
		t.Fatalf("only %d refusals found: has refuse() got another name?", len(refusals))
	}
	for _, code := range slices.Sorted(maps.Keys(refusals)) {
		for _, lang := range languages {
			key := "refusal." + code
			if !Has(lang, key) {
				t.Errorf("%s: %q is missing", lang, key)
				continue
			}
			for _, hole := range names(Say(lang, key)) {
				if !slices.Contains(refusals[code], strings.Trim(hole, "{}")) {
					t.Errorf("%s: %q fills in %s, the refusal brings %v", lang, key, hole, refusals[code])
				}
			}
		}
	}
}

// A sentence for a refusal that nobody gives any more is dead text.
func TestEverySentenceHasARefusal(t *testing.T) {
	refusals := refusalsIn(t)
	for key := range Area("en", "refusal") {
		code := strings.TrimPrefix(key, "refusal.")
		if _, given := refusals[code]; !given {
			t.Errorf("%q: no refusal has this code", key)
		}
	}
}

// refusalsIn finds refuse("code", "name", …) calls and literals such as
// Refusal{Code: "code"} and problem{code: "code"}, and the names that every
// place of a code brings.
func refusalsIn(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, path := range goFiles(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("read the sources of the workshop: %v", err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if code, args, ok := refusalAt(n); ok {
				found[code] = commonArgs(found, code, args)
			}
			return true
		})
	}
	return found
}

func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, glob := range sources {
		matches, err := filepath.Glob(glob)
		if err != nil || len(matches) == 0 {
			t.Fatalf("no sources at %s: %v", glob, err)
		}
		for _, path := range matches {
			if !strings.HasSuffix(path, "_test.go") {
				files = append(files, path)
			}
		}
	}
	return files
}

// refusalAt reads one refusal from the syntax tree.
func refusalAt(n ast.Node) (code string, args []string, ok bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if name, isName := n.Fun.(*ast.Ident); !isName || name.Name != "refuse" || len(n.Args) == 0 {
			return "", nil, false
		}
		code, ok = textOf(n.Args[0])
		for i := 1; i < len(n.Args); i += 2 {
			if arg, isText := textOf(n.Args[i]); isText {
				args = append(args, arg)
			}
		}
		return code, args, ok
	case *ast.CompositeLit:
		code, args = literal(n)
		return code, args, strings.Contains(code, ".")
	}
	return "", nil, false
}

// literal reads the fields code and args of a literal.
func literal(n *ast.CompositeLit) (code string, args []string) {
	for _, element := range n.Elts {
		field, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name, _ := field.Key.(*ast.Ident)
		switch {
		case name == nil:
		case strings.EqualFold(name.Name, "code"):
			code, _ = textOf(field.Value)
		case strings.EqualFold(name.Name, "args"):
			args = keysOf(field.Value)
		}
	}
	return code, args
}

// keysOf lists the keys of a map literal.
func keysOf(e ast.Expr) (keys []string) {
	m, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, element := range m.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			key, _ := textOf(pair.Key)
			keys = append(keys, key)
		}
	}
	return keys
}

func textOf(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// commonArgs keeps the names that every place brings.
func commonArgs(found map[string][]string, code string, args []string) []string {
	before, seen := found[code]
	if !seen {
		return args
	}
	return slices.DeleteFunc(slices.Clone(before), func(name string) bool { return !slices.Contains(args, name) })
}
