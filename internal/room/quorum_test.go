package room

import (
	"slices"
	"strings"
	"testing"

	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// A quorum by role group is read by everybody before the round, and held against
// its result: the officers' four ratings make the quorum of three, the parents,
// who are shown with the two schools, have reached theirs, and the schools are
// too few to be counted.
func TestQuorumsByRoleGroupAreSeen(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	gate := rating.Default()
	gate.GroupQuorums = []rating.GroupQuorum{{Group: "schools", Quorum: 3}, {Group: "parents", Quorum: 3}}
	rec := h.texts[0].rec
	h.do(chair, &workshop.OpenRound{Recommendations: []workshop.ID{rec}, Gate: &gate})
	open := h.rounds().Open
	for lang, words := range map[string]string{"en": "At least 3 people of the role group ", "th": "กลุ่มผู้มีส่วนได้ส่วนเสีย ("} {
		said := slices.DeleteFunc(slices.Clone(open.Gate[lang]), func(s string) bool { return !strings.Contains(s, words) })
		if len(said) != 2 || !strings.Contains(said[0], "Parents") || !strings.Contains(said[1], "Schools") {
			t.Errorf("%s: the gate says %q", lang, said)
		}
	}
	for _, p := range everybody() {
		h.do(participant(p), ballot(open.ID, rec, 8, 8))
	}
	h.do(chair, &workshop.CloseRound{Round: open.ID})

	result := h.rounds().Results[0]
	if result.Suggested != workshop.NoQuorum {
		t.Errorf("suggested %s", result.Suggested)
	}
	quorums := slices.DeleteFunc(result.Conditions, func(c view.Condition) bool { return c.Code != string(rating.GroupQuorumReached) })
	want := []view.Condition{
		{Text: workshop.Text{"en": "Feasible: at least 3 ratings from Parents", "th": "เป็นไปได้: Parentsให้คะแนนอย่างน้อย 3 คน"}, Held: true, Value: "≥ 3"},
		{Text: workshop.Text{"en": "Acceptable: at least 3 ratings from Parents", "th": "ยอมรับได้: Parentsให้คะแนนอย่างน้อย 3 คน"}, Held: true, Value: "≥ 3"},
		{Text: workshop.Text{"en": "Feasible: at least 3 ratings from Schools", "th": "เป็นไปได้: Schoolsให้คะแนนอย่างน้อย 3 คน"}, Value: "–"},
		{Text: workshop.Text{"en": "Acceptable: at least 3 ratings from Schools", "th": "ยอมรับได้: Schoolsให้คะแนนอย่างน้อย 3 คน"}, Value: "–"},
	}
	for i, c := range quorums {
		if c.Stands != "group" || i >= len(want) || c.Held != want[i].Held || c.Value != want[i].Value || c.Text["en"] != want[i].Text["en"] || c.Text["th"] != want[i].Text["th"] {
			t.Errorf("condition %d is %+v", i, c)
		}
	}
	if len(quorums) != len(want) {
		t.Errorf("%d conditions, want %d", len(quorums), len(want))
	}
	h.refused("decision.gate", chair, &workshop.RecordDecision{Recommendation: rec, Outcome: workshop.AgreedWithDissent, Sentence: workshop.Say("Schools were few.")})
	h.do(chair, &workshop.RecordDecision{Recommendation: rec, Outcome: workshop.NoQuorum})

	// After a restart everybody reads the same.
	before := h.topics()
	h.reopen()
	if after := h.topics(); after["rounds for chair"] != before["rounds for chair"] || len(after) != len(before) {
		t.Error("the rounds read otherwise after a restart")
	}
}
