package room

import (
	"time"

	"sala.example/internal/diff"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

func (r *Room) viewTexts() view.Texts {
	t := view.Texts{Recommendations: []view.Recommendation{}}
	for i := range r.state.Recommendations {
		t.Recommendations = append(t.Recommendations, r.viewRecommendation(&r.state.Recommendations[i]))
	}
	return t
}

func (r *Room) viewRecommendation(rec *workshop.Recommendation) view.Recommendation {
	s := r.state
	v := view.Recommendation{
		ID: rec.ID, Number: rec.Number, State: recommendationState(s, rec), Languages: workshop.Same,
		Segments: []view.Segment{}, Amendments: []view.Amendment{}, Objections: []view.Objection{},
		Stances: []view.Stance{}, Evidence: []view.Evidence{}, Owner: text(rec.Owner),
	}
	for _, g := range rec.Segments {
		segment := r.viewSegment(g)
		if v.Languages == workshop.Same {
			v.Languages = segment.Status
		}
		v.Segments = append(v.Segments, segment)
		for _, a := range s.Amendments {
			if a.Segment == g.ID {
				v.Amendments = append(v.Amendments, r.viewAmendment(a, g))
			}
		}
	}
	for _, o := range s.Objections {
		if o.Recommendation == rec.ID {
			v.Objections = append(v.Objections, view.Objection{ID: o.ID, Reason: r.people.text(o.Reason), Remedy: r.people.text(o.Remedy), Status: o.Status})
		}
	}
	for _, st := range s.StancesOn(rec.ID) {
		v.Stances = append(v.Stances, view.Stance{Stance: st.Stance, Text: r.people.text(st.Text), Until: st.Until})
	}
	for _, e := range rec.Evidence {
		v.Evidence = append(v.Evidence, view.Evidence{ID: e.ID, Statement: text(e.Statement), Source: e.Source, URL: e.URL})
	}
	if d := rec.Decision(); d != nil {
		v.Decision = &view.Decision{Outcome: d.Outcome, Sentence: r.people.text(d.Sentence), At: d.At.In(s.Location()).Format(time.RFC3339)}
	}
	return v
}

// recommendationState is one word for lists: the decision if there is one,
// else how far the text has come.
func recommendationState(s *workshop.State, rec *workshop.Recommendation) string {
	if d := rec.Decision(); d != nil {
		return d.Outcome
	}
	if round := s.OpenRound(); round != nil {
		for _, id := range round.Recommendations {
			if id == rec.ID {
				return "rating"
			}
		}
	}
	if round, result := s.LastResult(rec.ID); result != nil && round.StillRated(rec, s.Settings.Required) {
		return "rated"
	}
	for _, g := range rec.Segments {
		if g.Meaning > 1 {
			return "amended"
		}
	}
	return "draft"
}

func (r *Room) viewSegment(g workshop.Segment) view.Segment {
	status, lang := g.Status(r.state.Settings.Required)
	v := view.Segment{ID: g.ID, Status: status, Lang: lang, Wordings: map[string]view.Wording{}}
	for l, w := range g.Wordings {
		wording := view.Wording{Text: w.Text, Rev: w.Rev, Outdated: g.Outdated(l), Diff: []view.Op{}}
		if before, there := g.Revision(l, w.Rev-1); there {
			wording.Diff = r.diffs.words(before.Text, w.Text)
		}
		v.Wordings[l] = wording
	}
	return v
}

func (r *Room) viewAmendment(a workshop.Amendment, g workshop.Segment) view.Amendment {
	v := view.Amendment{
		ID: a.ID, Segment: a.Segment, Lang: a.Lang, Rev: a.Rev, Text: r.people.text(a.Text), Reason: r.people.text(a.Reason),
		Status: a.Status, Answer: r.people.text(a.Answer), MovedOn: a.Status == workshop.Proposed && r.state.MovedOn(a), Diff: []view.Op{},
	}
	if v.Text != "" {
		base, _ := g.Revision(a.Lang, a.Rev)
		v.Diff = r.diffs.words(base.Text, v.Text)
	}
	return v
}

// diffCache remembers diffs: a topic is computed often, its texts change seldom.
type diffCache map[[2]string][]view.Op

const maxDiffs = 2000

func (c diffCache) words(from, to string) []view.Op {
	key := [2]string{from, to}
	if ops, ok := c[key]; ok {
		return ops
	}
	if len(c) > maxDiffs {
		clear(c)
	}
	ops := []view.Op{}
	for _, op := range diff.Words(from, to) {
		ops = append(ops, view.Op{Op: string(op.Kind), Text: op.Text})
	}
	c[key] = ops
	return ops
}
