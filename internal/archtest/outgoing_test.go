package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// outgoing are the ways out to other machines and programs, by package.
var outgoing = map[string][]string{
	"net":      {"Dial", "DialTimeout", "DialTCP", "DialUDP", "DialIP", "DialUnix", "Dialer"},
	"net/http": {"Get", "Head", "Post", "PostForm", "Client", "DefaultClient", "Transport", "DefaultTransport", "NewRequest", "NewRequestWithContext"},
	"os/exec":  {"Command", "CommandContext", "Cmd"},
	"net/smtp": {"Dial", "NewClient", "SendMail"},
	"net/rpc":  {"Dial", "DialHTTP", "NewClient"},
}

// mayGoOut are the files that need one: simulated people come in by HTTP, and
// systemd is told how the service stands.
var mayGoOut = []string{"rehearse/client.go", "rehearse/setup.go", "cli/operate.go"}

// TestNothingGoesOut: the server asks nobody. Whatever address stands in a
// text, a note or a link, no request is ever made to it (no SSRF), and no other
// program is run.
func TestNothingGoesOut(t *testing.T) {
	for _, p := range house(t) {
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			if slices.Contains(mayGoOut, p.name()+"/"+name) {
				continue
			}
			for _, way := range waysOut(t, path) {
				t.Errorf("%s/%s uses %s: nothing but %v may ask other machines or run programs", p.name(), name, way, mayGoOut)
			}
		}
	}
}

// waysOut finds the uses of outgoing in a file.
func waysOut(t *testing.T, path string) (ways []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	imported := map[string]string{} // by the name in the file
	for _, i := range file.Imports {
		what, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(what)
		if i.Name != nil {
			name = i.Name.Name
		}
		imported[name] = what
	}
	ast.Inspect(file, func(n ast.Node) bool {
		use, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if from, ok := use.X.(*ast.Ident); ok && slices.Contains(outgoing[imported[from.Name]], use.Sel.Name) {
			ways = append(ways, imported[from.Name]+"."+use.Sel.Name)
		}
		return true
	})
	return ways
}
