package access

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/workshop"
)

var update = flag.Bool("update", false, "write docs/access.md anew")

func TestDocumentIsUpToDate(t *testing.T) {
	const path = "../../docs/access.md"
	if *update {
		if err := os.WriteFile(path, []byte(document()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != document() {
		t.Error("docs/access.md is not what the rules say: run go test ./internal/access -update, and read the difference")
	}
}

func TestEveryRuleSaysWhatItDoes(t *testing.T) {
	for name, rule := range commandRules {
		if rule.Says == "" || len(rule.Roles) == 0 {
			t.Errorf("%s: a rule needs a sentence and roles", name)
		}
	}
	for name, address := range addresses {
		if address.Says == "" || len(address.Roles) == 0 {
			t.Errorf("%s: a rule needs a sentence and roles", name)
		}
	}
}

// document is docs/access.md: the rules as they are carried out.
func document() string {
	var b strings.Builder
	b.WriteString("# Who may do and see what\n\nMade from internal/access by `go test ./internal/access -update`; a test compares the two.\n")
	b.WriteString("What no rule allows is refused. ● always, ◐ depends on what the rule says.\n\n## Commands\n\n")
	header(&b, "command", Roles(), "rule")
	for _, name := range workshop.CommandNames() {
		rule := commandRules[name]
		row(&b, name, Roles(), rule.mark, rule.Says)
	}
	b.WriteString("\n## Topics\n\nA topic is the same bytes for everybody who sees the same form of it.\n\n")
	header(&b, "topic", Roles(), "forms")
	for _, topic := range Topics() {
		form := func(role string) string {
			variant, _ := Variant(topic, ClassOf(role))
			return variant
		}
		forms := map[string]bool{}
		for _, role := range Roles() {
			forms[form(role)] = true
		}
		delete(forms, "") // of those who do not see it
		row(&b, topic, Roles(), form, fmt.Sprint(len(forms)))
	}
	b.WriteString("\n## Addresses\n\nPages, pictures, files and forms of a workshop.\n\n")
	header(&b, "address", Roles(), "rule")
	for _, address := range slices.Sorted(maps.Keys(addresses)) {
		row(&b, "`"+address+"`", Roles(), func(role string) string {
			if slices.Contains(RolesAt(address), role) {
				return "●"
			}
			return ""
		}, addresses[address].Says)
	}
	b.WriteString(outside)
	return b.String()
}

// outside are addresses that belong to no role; what each asks for instead.
const outside = `
## Without a role

| what | who |
|---|---|
| programme for calendars and conference apps, with its speakers | whoever has the join code, without signing in |
| notes, checks of a draft, templates, a new workshop | whoever opened the setup link of the installation |
| sign in for a role | whoever has its link or knows its passphrase |
| follow-up of an action | whoever holds its link, without signing in |
| backup | whoever can read the data folder |
`

// mark is how a rule stands to a role.
func (r Rule) mark(role string) string {
	for _, allowed := range r.Roles {
		switch {
		case allowed != role:
		case r.If == nil:
			return "●"
		default:
			return "◐"
		}
	}
	return ""
}

func header(b *strings.Builder, first string, roles []string, last string) {
	fmt.Fprintf(b, "| %s | %s | %s |\n|%s\n", first, strings.Join(roles, " | "), last, strings.Repeat("---|", len(roles)+2))
}

func row(b *strings.Builder, first string, roles []string, cell func(role string) string, last string) {
	fmt.Fprintf(b, "| %s |", first)
	for _, role := range roles {
		fmt.Fprintf(b, " %s |", cell(role))
	}
	fmt.Fprintf(b, " %s |\n", last)
}
