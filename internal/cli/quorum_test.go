package cli

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

// gateAsking is the usual gate, as the console sends it, with quorums of role
// groups.
func gateAsking(asked ...rating.GroupQuorum) *rating.Gate {
	gate := rating.Default()
	gate.GroupQuorums = asked
	return &gate
}

// The chair asks a quorum of the schools, which are two: the preview warns, the
// round has no quorum, whatever was rated, and a round without that quorum is
// another one, under another gate.
func TestAQuorumByRoleGroupOverHTTP(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	rec := s.texts[0].ID
	migrants, schools := rating.GroupQuorum{Group: "migrant", Quorum: 3}, rating.GroupQuorum{Group: "school", Quorum: 3}
	open := fields{"recommendations": []string{rec}, "gate": gateAsking(schools, migrants)}
	var preview struct {
		Sentences map[string][]string
		Short     []workshop.Short
	}
	s.browser[access.Chair].post(s.w("/round/preview"), open).want(http.StatusOK).json(&preview)
	if want := []workshop.Short{{Group: "school", Quorum: 3, Here: 2}}; !slices.Equal(preview.Short, want) {
		t.Errorf("short of %v, want %v", preview.Short, want)
	}
	for lang, want := range map[string]string{"en": "the role group Migrant parents", "th": "(ผู้ปกครองข้ามชาติ)"} {
		if got := preview.Sentences[lang]; len(got) != 9 || !strings.Contains(got[1], want) {
			t.Errorf("%s: the preview says %q", lang, got)
		}
	}

	first := s.round1(open)
	if first.Suggested != workshop.NoQuorum {
		t.Errorf("suggested %s", first.Suggested)
	}
	decide := fields{"recommendation": rec, "outcome": workshop.Agreed}
	s.checkAll(t, []scenario{{why: "agreement without the schools' quorum", who: "chair", path: "/do/decision.record", body: decide, status: 422, code: "decision.gate"}})
	second := s.round1(fields{"recommendations": []string{rec}, "gate": gateAsking(migrants)})
	if second.Suggested != workshop.Agreed || second.Number != first.Number+1 {
		t.Errorf("round %d suggests %s", second.Number, second.Suggested)
	}
	s.as(access.Chair, "decision.record", decide)
}

// round1 opens a round on the first text, has everybody rate it 8, and closes it.
func (s *site) round1(open fields) view.Result {
	s.t.Helper()
	s.as(access.Chair, "round.open", open)
	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	for _, name := range s.people {
		s.as(name, "ballot.cast", fields{"round": rounds.Open.ID, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 8, "acceptable": 8}})
	}
	s.as(access.Chair, "round.close", fields{"round": rounds.Open.ID})
	s.topic(access.Chair, "rounds", &rounds)
	return rounds.Results[0]
}

// What cannot be meant is refused, with the group's name and in the reader's
// language, when a workshop is made and when a round opens; once a round is open
// its gate cannot be changed.
func TestBadQuorumsByRoleGroup(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	bad := []struct {
		why   string
		asked []rating.GroupQuorum
		code  string
	}{
		{"a negative quorum", []rating.GroupQuorum{{Group: "school", Quorum: -1}}, "quorum.too-small"},
		{"a quorum of two", []rating.GroupQuorum{{Group: "school", Quorum: 2}}, "quorum.too-small"},
		{"a quorum of nobody", []rating.GroupQuorum{{Group: "king", Quorum: 3}}, "quorum.unknown-group"},
		{"a second quorum of the accepting party", []rating.GroupQuorum{{Group: "officer", Quorum: 3}}, "quorum.of-accepting-party"},
		{"a quorum twice", []rating.GroupQuorum{{Group: "school", Quorum: 3}, {Group: "school", Quorum: 4}}, "quorum.twice"},
	}
	for _, b := range bad {
		draft := sampleDraft()
		draft.GroupQuorums = b.asked
		s.checkAll(t, []scenario{
			{why: b.why + ", new", who: "organiser", path: "//new", body: draft, status: 422, code: b.code},
			{why: b.why + ", round", who: "chair", path: "/do/round.open", body: fields{"gate": gateAsking(b.asked...)}, status: 422, code: b.code},
			{why: b.why + ", preview", who: "chair", path: "/round/preview", body: fields{"gate": gateAsking(b.asked...)}, status: 422, code: b.code},
		})
	}
	s.openRound()
	s.checkAll(t, []scenario{{why: "another gate in an open round", who: "chair", path: "/do/round.open", body: fields{"gate": gateAsking()}, status: 422, code: "round.already-open"}})
}

// The organiser's quorums become the workshop's, and the next workshop's.
func TestQuorumsOfTheDraft(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	draft := sampleDraft()
	draft.GroupQuorums = []rating.GroupQuorum{{Group: "school", Quorum: 4}, {Group: "migrant", Quorum: 3}}
	var made struct{ ID string }
	s.browser[access.Organiser].post("/new", draft).want(http.StatusCreated).json(&made)
	var cloned struct{ Draft web.Draft }
	s.browser[access.Organiser].get("/w/" + made.ID + "/clone").want(http.StatusOK).json(&cloned)
	want := []rating.GroupQuorum{{Group: "migrant", Quorum: 3}, {Group: "school", Quorum: 4}}
	if got := cloned.Draft; !slices.Equal(got.GroupQuorums, want) || got.Gate != nil {
		t.Errorf("cloned quorums %v, gate %v", got.GroupQuorums, got.Gate)
	}
}
