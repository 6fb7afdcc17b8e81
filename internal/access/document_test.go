package access

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write docs/access.md anew")

func TestDocumentIsUpToDate(t *testing.T) {
	const path = "../../docs/access.md"
	if *update {
		if err := os.WriteFile(path, []byte(Document()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != Document() {
		t.Error("docs/access.md is not what the rules say: run go test ./internal/access -update, and read the difference")
	}
}

func TestEveryRuleSaysWhatItDoes(t *testing.T) {
	for name, rule := range commandRules {
		if rule.Says == "" || len(rule.Roles) == 0 {
			t.Errorf("%s: a rule needs a sentence and roles", name)
		}
	}
}
