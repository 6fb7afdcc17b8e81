package workshop

import (
	"strings"
	"testing"
)

func TestAddGroup(t *testing.T) {
	r := newRoom(t)
	domains := []Domain{{ID: "d", Name: Text{"en": "People"}}}
	r.refused(chair, &AddGroup{Domains: domains}, "text.empty")
	r.refused(chair, &AddGroup{Label: Text{"en": longLine}, Domains: domains}, "text.too-long")
	r.refused(chair, &AddGroup{Label: Text{"en": "Group C"}}, "group.no-domains")
	r.do(chair, &AddGroup{Label: Text{"th": "กลุ่ม ค"}, Template: "model", Domains: domains})
	if g := r.s.Group("b3"); g.Template != "model" || len(g.Domains) != 1 || len(g.Cards) != 0 {
		t.Errorf("%+v", g)
	}
}

func TestJoinGroupMoves(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.refused(stranger, &JoinGroup{Group: "b1"}, "participant.unknown")
	r.refused(p, &JoinGroup{Group: "b9"}, "group.unknown")
	r.do(p, &JoinGroup{Group: "b1"})
	r.nothing(p, &JoinGroup{Group: "b1"})
	r.do(p, &JoinGroup{Group: "b2"})
	if got := r.s.Participants[p.ID].Group; got != "b2" {
		t.Errorf("sits in %s", got)
	}
}

func TestCards(t *testing.T) {
	r := newRoom(t)
	r.do(rapporteur, &AddCard{Group: "b1", Domain: "d1", Text: Say("No birth papers")})
	r.do(rapporteur, &AddCard{Group: "b1", Domain: "d1", Text: Say("Fees")})
	r.do(rapporteur, &AddCard{Group: "b2", Domain: "d2", Text: Say("Language")})
	r.do(rapporteur, &MoveCard{Card: "c2", Domain: "d2"})
	r.do(rapporteur, &RemoveCard{Card: "c1"})
	cards := r.s.Group("b1").Cards
	if len(cards) != 1 || cards[0].ID != "c2" || cards[0].Domain != "d2" || cards[0].Text.IsZero() {
		t.Errorf("%+v", cards)
	}
	for card, group := range map[ID]ID{"c1": "", "c2": "b1", "c3": "b2"} {
		if got := r.s.GroupOfCard(card); got != group {
			t.Errorf("%s lies on %q, want %q", card, got, group)
		}
	}
}

func TestCardRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(rapporteur, &AddCard{Group: "b9", Domain: "d1", Text: Say("x")}, "group.unknown")
	r.refused(rapporteur, &AddCard{Group: "b1", Domain: "d9", Text: Say("x")}, "card.unknown-domain")
	r.refused(rapporteur, &AddCard{Group: "b1", Domain: "d1"}, "text.empty")
	r.refused(rapporteur, &AddCard{Group: "b1", Domain: "d1", Text: Say(strings.Repeat("x", 1001))}, "text.too-long")
	r.refused(rapporteur, &MoveCard{Card: "c9", Domain: "d1"}, "card.unknown")
	r.refused(rapporteur, &RemoveCard{Card: "c9"}, "card.unknown")
	r.do(rapporteur, &AddCard{Group: "b1", Domain: "d1", Text: Say("x")})
	r.refused(rapporteur, &MoveCard{Card: "c1", Domain: "d9"}, "card.unknown-domain")
	r.do(rapporteur, &RemoveCard{Card: "c1"})
	r.refused(rapporteur, &RemoveCard{Card: "c1"}, "card.unknown")
}
