package workshop

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sala.example/internal/rating"
)

// Rules 2, 4, 5, 6 and 11 of the house, over random histories of all commands.
// That a refused command changes nothing and that Decide leaves the state
// alone is checked at every step, in room.try.
func TestRandomHistories(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := &history{room: newRoom(rt), dice: rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0))}
		h.seatPeople()
		h.onStep = func(a Actor, c Command, events []Event) {
			for _, e := range events {
				if d, ok := e.(*DecisionRecorded); ok && (Decision{Outcome: d.Outcome}).Agreed() {
					checkAgreed(rt, h.s, d)
				}
			}
		}
		steps := rapid.IntRange(1, 150).Draw(rt, "steps")
		middle := rapid.IntRange(0, steps-1).Draw(rt, "middle")
		var snapshot string
		for i := range steps {
			h.later(time.Duration(i) * time.Second)
			h.step()
			if i == middle {
				snapshot = h.json()
			}
		}
		checkReplay(rt, h, snapshot)
		checkSecrets(rt, h)
		checkRevisions(rt, h)
	})
}

// TestHistoriesReachEveryEvent guards the generator: a property over histories
// in which nothing is ever agreed would hold for nothing. The seeds are fixed,
// so that this is no matter of luck.
func TestHistoriesReachEveryEvent(t *testing.T) {
	seen := map[string]int{"workshop.created": 1}
	agreed := 0
	for seed := range uint64(24) {
		h := &history{room: newRoom(t), dice: rand.New(rand.NewPCG(seed, 0))}
		h.seatPeople()
		h.onStep = func(a Actor, c Command, events []Event) {
			for _, e := range events {
				seen[e.Kind()]++
				if d, ok := e.(*DecisionRecorded); ok && (Decision{Outcome: d.Outcome}).Agreed() {
					agreed++
				}
			}
		}
		for i := range 150 {
			h.later(time.Duration(i) * time.Second)
			h.step()
		}
	}
	for kind := range eventKinds {
		if seen[kind] == 0 {
			t.Errorf("no history had an event %s: the generator is too narrow", kind)
		}
	}
	if agreed == 0 {
		t.Error("no history reached an agreement: the generator is too narrow")
	}
}

// seatPeople lets four officers and two others in.
func (h *history) seatPeople() {
	for i, id := range people {
		group := "officers"
		if i >= 4 {
			group = "schools"
		}
		h.do(Actor{ID: id, Role: "participant"}, &Join{Participant: id, RoleGroup: group, Lang: "th"})
	}
}

// checkReplay: the encoded events, from the first on and from a snapshot in
// the middle, give the same bytes.
func checkReplay(t *rapid.T, h *history, snapshot string) {
	want := h.json()
	if got := stateJSON(t, replay(t, New(), h.journal)); got != want {
		t.Fatalf("replayed:\n%s\nplayed:\n%s", got, want)
	}
	s, err := Restore([]byte(snapshot))
	if err != nil {
		t.Fatalf("read the snapshot: %v", err)
	}
	if got := stateJSON(t, s); got != snapshot {
		t.Fatalf("the snapshot reads back as\n%s\ninstead of\n%s", got, snapshot)
	}
	if got := stateJSON(t, replay(t, s, h.journal[s.Seq:])); got != want {
		t.Fatalf("replayed from event %d:\n%s\nplayed:\n%s", s.Seq, got, want)
	}
}

// mayNamePerson are the events that carry a participant's opaque id; all the
// others know people by mask or not at all.
var mayNamePerson = []string{
	"participant.joined", "participant.checked-in", "participant.introduced", "participant.erased", "group.joined", "round.opened",
}

// checkSecrets: no event holds what a person wrote, except where the room
// adopted an amendment; who acted; or a rating that could be one person's.
func checkSecrets(t *rapid.T, h *history) {
	for _, line := range h.journal {
		text := string(line.Data)
		adopted := line.Kind == "wording.revised" && strings.Contains(text, `"amendment":"a`)
		if strings.Contains(text, secret) && !adopted {
			t.Fatalf("event %d, %s, holds a person's words: %s", line.Seq, line.Kind, text)
		}
		if strings.Contains(text, "person-") && !slices.Contains(mayNamePerson, line.Kind) {
			t.Fatalf("event %d, %s, names a person: %s", line.Seq, line.Kind, text)
		}
		if strings.Contains(text, `"ratings"`) {
			t.Fatalf("event %d, %s, holds a ballot: %s", line.Seq, line.Kind, text)
		}
		e, err := DecodeEvent(line.Kind, line.Data)
		if err != nil {
			t.Fatalf("event %d: %v", line.Seq, err)
		}
		switch e := e.(type) {
		case *RoundClosed:
			checkCells(t, e)
		case *OpinionClosed:
			checkOutcome(t, e)
		}
	}
	if text := h.json(); strings.Contains(text, `"ratings"`) {
		t.Fatalf("the state holds a ballot: %s", text)
	}
}

func checkCells(t *rapid.T, e *RoundClosed) {
	for _, result := range e.Results {
		for _, criterion := range result.Tally.Criteria {
			if n := len(result.Receipts[criterion.Criterion]); n != criterion.Room().N() {
				t.Fatalf("%s of %s: %d receipts for %d ratings", criterion.Criterion, result.Recommendation, n, criterion.Room().N())
			}
			for _, cell := range append(criterion.Cells, criterion.Languages...) {
				if n := cell.Counts.N(); n < 3 {
					t.Fatalf("%s of %s: a cell of %d", criterion.Criterion, result.Recommendation, n)
				}
			}
		}
	}
}

// checkOutcome: no group and no cell is of one or two people.
func checkOutcome(t *rapid.T, e *OpinionClosed) {
	for _, g := range e.Outcome.Groups {
		if g.Size < 3 {
			t.Fatalf("opinion %s has a group of %d", e.Opinion, g.Size)
		}
	}
	for _, st := range e.Outcome.Statements {
		for _, c := range st.Cells {
			if c.Votes < 3 {
				t.Fatalf("opinion %s, statement %s: a cell of %d", e.Opinion, st.ID, c.Votes)
			}
		}
	}
}

// checkRevisions: each language counts 1, 2, 3 …, with the texts that its
// events gave it; its present wording is the last and follows a meaning that
// there was; that a wording is outdated is nowhere stored.
func checkRevisions(t *rapid.T, h *history) {
	written := textsWritten(t, h)
	for _, r := range h.s.Recommendations {
		for _, g := range r.Segments {
			for lang, present := range g.Wordings {
				all := g.Revisions(lang)
				if len(all) != len(written[g.ID+lang]) || all[len(all)-1] != present {
					t.Fatalf("segment %s, %s: %d revisions of %d, present %+v", g.ID, lang, len(all), len(written[g.ID+lang]), present)
				}
				for i, w := range all {
					if w.Rev != i+1 || w.Text != written[g.ID+lang][i] || w.Follows < 1 || w.Follows > g.Meaning {
						t.Fatalf("segment %s, %s: wording %d is %+v, written was %q", g.ID, lang, i+1, w, written[g.ID+lang][i])
					}
				}
			}
		}
	}
	if strings.Contains(strings.ToLower(h.json()), "outdated") {
		t.Fatalf("outdated is stored, not derived: %s", h.json())
	}
}

// textsWritten are the wordings that the events carry, by segment and language.
func textsWritten(t *rapid.T, h *history) map[string][]string {
	texts := map[string][]string{}
	for _, line := range h.journal {
		e, err := DecodeEvent(line.Kind, line.Data)
		if err != nil {
			t.Fatalf("event %d: %v", line.Seq, err)
		}
		switch e := e.(type) {
		case *RecommendationAdded:
			for _, g := range e.Segments {
				for lang, text := range g.Text {
					texts[g.ID+lang] = []string{strings.TrimSpace(text)}
				}
			}
		case *WordingRevised:
			texts[e.Segment+e.Lang] = append(texts[e.Segment+e.Lang], e.Text)
		}
	}
	return texts
}

// checkAgreed holds an agreement against the rules, without the code that
// decided on it: languages, the text that was rated, the accepting party.
func checkAgreed(t *rapid.T, s *State, d *DecisionRecorded) {
	rec := s.Recommendation(d.Recommendation)
	round := s.Round(d.Round)
	if round == nil || round.Closed.IsZero() {
		t.Fatalf("%s rests on no result", d.Recommendation)
	}
	bound := 0
	for _, g := range rec.Segments {
		for _, lang := range s.Settings.Required {
			w := g.Wordings[lang]
			if !slices.Contains(round.Bound, BoundWording{Segment: g.ID, Lang: lang, Rev: w.Rev}) {
				t.Fatalf("%s was agreed in a wording (%s, revision %d) that nobody rated", g.ID, lang, w.Rev)
			}
			if w.Text == "" || w.Follows != g.Meaning {
				t.Fatalf("%s agreed with %s %q, which follows %d of %d", d.Recommendation, lang, w.Text, w.Follows, g.Meaning)
			}
			if !slices.Contains(d.Bound, BoundWording{g.ID, lang, w.Rev}) {
				t.Fatalf("%s: revision %d of %s %s is not bound", d.Recommendation, w.Rev, g.ID, lang)
			}
			bound++
		}
	}
	if bound != len(d.Bound) {
		t.Fatalf("%s binds %d wordings, has %d", d.Recommendation, len(d.Bound), bound)
	}
	i := slices.IndexFunc(round.Results, func(r Result) bool { return r.Recommendation == rec.ID })
	for _, criterion := range []string{rating.Feasible, rating.Acceptable} {
		tally, _ := round.Results[i].Tally.Criterion(criterion)
		cell, shown := tally.Cell(s.Settings.AcceptingParty)
		if !shown || cell.Counts.N() < round.Gate.Quorum || middleOf(cell.Counts) < round.Gate.Median || rating.Summarise(cell.Counts, round.Gate.Convention).Disagrees() {
			t.Fatalf("%s is agreed, and of the accepting party on %s there is %v (gate %+v)", rec.ID, criterion, cell.Counts, round.Gate)
		}
	}
	for _, q := range round.Gate.GroupQuorums {
		for _, c := range round.Results[i].Tally.Criteria[:2] {
			if cell, alone := c.Cell(q.Group); cell.Counts.N() < q.Quorum && (alone || !slices.Contains(c.Reached, q.Group)) {
				t.Fatalf("%s is agreed, and of %s rated %d, where the gate asks for %d", rec.ID, q.Group, cell.Counts.N(), q.Quorum)
			}
		}
	}
	if d.Outcome == Agreed && len(s.OpenObjections(rec.ID)) > 0 {
		t.Fatalf("%s is agreed against an open objection", rec.ID)
	}
}

// middleOf is the median of a histogram of 1 to 9.
func middleOf(counts rating.Counts) float64 {
	var all []float64
	for i, n := range counts {
		for range n {
			all = append(all, float64(i+1))
		}
	}
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}
