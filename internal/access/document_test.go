package access

import (
	"flag"
	"fmt"
	"os"
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
		forms := map[string]bool{}
		row(&b, topic, Roles(), func(role string) string {
			variant, ok := Variant(topic, ClassOf(role))
			if !ok {
				return ""
			}
			forms[variant] = true
			return variant
		}, fmt.Sprint(len(forms)))
	}
	b.WriteString(exports)
	return b.String()
}

// exports are not commands and not topics; web gives them out.
const exports = `
## Beside commands and topics

| what | who |
|---|---|
| opinion map, as a picture | every role of the workshop, once 15 people have voted |
| own place on the opinion map, own votes and next statements | that participant, while it is open |
| report (HTML, DOCX, PDF), record.sala | every role of the workshop, once it has closed |
| picture of a result, alone or against the round before | every role of the workshop, once its round has closed |
| own place in the picture of a result | nobody but that participant's own device, which alone still knows it and draws it |
| picture of a day: how recommendations became agreed | every role of the workshop, once something was decided |
| receipts of a round | every role of the workshop, once it has closed |
| preview of a round: its gate in sentences | organiser, chair |
| captions as a file (WebVTT) | interpreter, rapporteur, chair, organiser |
| memo on a recommendation | participants of the accepting party, chair, organiser |
| programme for calendars and conference apps, with its speakers | whoever has the join code, without signing in |
| list of expected people: read a file, keep it, forget it | organiser; the desk sees who is on it |
| a workshop's plan as a draft for the next | its organiser |
| notes, checks of a draft, templates, a new workshop | whoever opened the setup link of the installation |
| links and QR of every role | organiser; the chair without the organiser's |
| doors: make a role's link anew, set its passphrase, see and end the staff's sessions; erase whom the programme names | organiser |
| sign in for a role | whoever has its link or knows its passphrase |
| leave: end one's own session | everybody |
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
