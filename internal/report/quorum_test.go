package report

import (
	"strings"
	"testing"

	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// quorums is a day of two rounds on 1: the first asks six schools, three
// families, who are shown with the employers, and four employers, who are two;
// the second, a different gate, asks only the families.
func quorums(t *testing.T) *day {
	d := newDay(t)
	d.create()
	d.join()
	ask := func(asked ...rating.GroupQuorum) {
		gate := rating.Default()
		gate.GroupQuorums = asked
		d.ballots = nil
		d.chair(&workshop.OpenRound{Recommendations: []workshop.ID{d.rec(1).ID}, Gate: &gate})
		d.rate(1, everybody(7, 8), profile{{8}, {8, 8, 8, 8, 8, 0, 0, 0}, {8}, {8}, {8}})
		d.chair(&workshop.CloseRound{Round: d.s.OpenRound().ID})
	}
	families := rating.GroupQuorum{Group: "families", Quorum: 3}
	ask(rating.GroupQuorum{Group: "schools", Quorum: 6}, families, rating.GroupQuorum{Group: "employers", Quorum: 4})
	d.decide(1, workshop.NoQuorum, "")
	return d
}

func TestQuorumsOfRoleGroupsAreReported(t *testing.T) {
	d := quorums(t)
	for lang, want := range map[string]struct{ method, agreed []string }{
		"en": {
			method: []string{
				"At least 4 people of the role group Employers rate it too",
				"At least 3 people of the role group Migrant families rate it too",
				"At least 6 people of the role group Schools rate it too",
			},
			agreed: []string{
				"✗ Both criteria: at least 4 ratings from Employers – found: too few",
				"✗ Acceptable: at least 6 ratings from Schools – found: 5 (−1)",
			},
		},
		"th": {
			method: []string{"(นายจ้าง) อย่างน้อย 4 คน", "(ครอบครัวข้ามชาติ) อย่างน้อย 3 คน", "(สถานศึกษา) อย่างน้อย 6 คน"},
			agreed: []string{"นายจ้างให้คะแนนอย่างน้อย 4 คน", "สถานศึกษาให้คะแนนอย่างน้อย 6 คน – ผลที่ได้ 5 (−1)"},
		},
	} {
		doc := Build(d.source(), lang)
		holds(t, lang+", method", sectionText(doc, "method"), want.method)
		holds(t, lang+", not agreed", sectionText(doc, "not-agreed"), want.agreed)
	}
	table := dumpTable((&builder{s: d.s, lang: "en"}).gateTable(d.s.LastResult(d.rec(1).ID)))
	holds(t, "conditions", table, []string{
		"| at least 4 ratings from Employers | ✗ ", "| at least 3 ratings from Migrant families | ✓ ≥ 3 | ✓ ≥ 3\n",
		"| at least 6 ratings from Schools | ✓ 8 | ✗ 5 (−1), not met\n",
	})
	if got := strings.Count(table, "\n"); got != 11 {
		t.Errorf("%d lines of conditions, want a head and ten:\n%s", got, table)
	}
}

// Two rounds under gates that differ in a group's quorum alone are told apart.
func TestAGateOfAnotherQuorumIsAnother(t *testing.T) {
	d := quorums(t)
	d.round("15:00", "15:10", []int{1}, func() { d.rate(1, everybody(7, 8), everybody(8, 8)) })
	gates := sectionText(Build(d.source(), "en"), "method")
	holds(t, "method", gates, []string{"fixed before the rating (round 1)", "fixed before the rating (round 2)"})
}

func holds(t *testing.T, where, text string, parts []string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s does not say %q:\n%s", where, part, text)
		}
	}
}
