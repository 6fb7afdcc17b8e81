package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"sala.example/internal/note/sample"
)

// The scripts run this test's own binary as the program "sala".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sala": func() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// Each script in testdata is a story of the command line. The sample notes lie
// in its folder; "complains" checks that what failed said why in one line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			for name, text := range map[string]string{"note.en.txt": sample.English, "note.th.txt": sample.Thai} {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), []byte(text), 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"complains": complains, "damage": damage},
	})
}

// complains: the command before wrote exactly one line on stderr, beginning
// "sala: ", with each of the arguments in it, and nothing on stdout.
func complains(ts *testscript.TestScript, _ bool, args []string) {
	said := ts.ReadFile("stderr")
	if strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "sala: ") {
		ts.Fatalf("want one line that begins with \"sala: \", got %q", said)
	}
	for _, want := range args {
		if !strings.Contains(said, want) {
			ts.Fatalf("want %q in %q", want, said)
		}
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("what failed wrote to stdout: %.200q", out)
	}
}

// damage FILE OLD NEW: changes the first OLD in a file; with NEW missing, cuts
// the file off before it.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	at := strings.Index(text, args[1])
	if at < 0 {
		ts.Fatalf("%q is not in %s", args[1], args[0])
	}
	changed := text[:at]
	if len(args) > 2 {
		changed = strings.Replace(text, args[1], args[2], 1)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(changed), 0o600))
}
