package room

import (
	"strings"
	"time"

	"sala.example/internal/condition"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

func (r *Room) viewRounds() view.Rounds {
	s := r.state
	v := view.Rounds{Results: []view.Result{}}
	if round := s.OpenRound(); round != nil {
		v.Open = r.viewOpenRound(round)
	}
	for i := range s.Recommendations {
		rec := &s.Recommendations[i]
		if round, result := s.LastResult(rec.ID); result != nil {
			v.Results = append(v.Results, r.viewResult(rec, round, result))
		}
	}
	return v
}

func (r *Room) viewOpenRound(round *workshop.Round) *view.OpenRound {
	v := &view.OpenRound{
		ID: round.ID, Number: round.Number, Recommendations: round.Recommendations, Criteria: round.Criteria, Gate: r.gateSentences(round.Gate),
	}
	if !round.Due.IsZero() {
		v.Due = round.Due.Format(time.RFC3339)
	}
	return v
}

func (r *Room) viewResult(rec *workshop.Recommendation, round *workshop.Round, result *workshop.Result) view.Result {
	s := r.state
	verdict := s.Check(round, result)
	v := view.Result{
		Recommendation: rec.ID, Round: round.ID, Number: round.Number, Current: round.StillRated(rec, s.Settings.Required),
		Ratings: result.Tally.Ballots, Criteria: []view.Criterion{}, Explain: view.Text{}, Conditions: []view.Condition{},
		Suggested: string(verdict.Suggested), Reasons: []view.Reason{}, Before: r.viewBefore(round, result),
	}
	for _, reason := range result.Reasons {
		if text := r.people.text(reason); text != "" {
			v.Reasons = append(v.Reasons, view.Reason{Text: text, Ref: reason.Ref})
		}
	}
	for _, c := range result.Tally.Criteria {
		if c.Criterion == rating.Feasible || c.Criterion == rating.Acceptable {
			v.Abstained = max(v.Abstained, c.Abstained)
		}
		v.Criteria = append(v.Criteria, viewCriterion(c, round.Gate.Convention))
	}
	for _, lang := range locale.Languages() {
		v.Explain[lang] = condition.Explain(s, round, result, lang)
	}
	for _, c := range verdict.Conditions {
		v.Conditions = append(v.Conditions, r.viewCondition(c))
	}
	return v
}

// viewBefore is the room's result in the round before on the same text, nil
// when there was none.
func (r *Room) viewBefore(round *workshop.Round, result *workshop.Result) *view.Before {
	earlier, before := r.state.ResultBefore(round, result.Recommendation)
	if before == nil {
		return nil
	}
	v := &view.Before{Round: earlier.ID, Number: earlier.Number}
	for _, c := range result.Tally.Criteria {
		was, _ := before.Tally.Criterion(c.Criterion)
		v.Rows = append(v.Rows, viewRow("room", was.Room(), round.Gate.Convention))
		groups := []view.Was{}
		for _, now := range c.Cells {
			if cell, found := was.CellOf(now.Groups); found {
				row := viewRow(cellName(cell), cell.Counts, round.Gate.Convention)
				groups = append(groups, view.Was{Group: row.Group, N: row.N, Median: row.Median})
			}
		}
		v.Groups = append(v.Groups, groups)
	}
	return v
}

// cellName is a role group's id, or "others" for groups that were merged.
func cellName(cell rating.Cell) string {
	if name := cell.Name(); name != rating.Others {
		return name
	}
	return "others"
}

func viewCriterion(c rating.CriterionTally, convention rating.Convention) view.Criterion {
	v := view.Criterion{
		Criterion: c.Criterion, DontKnow: c.DontKnow, Abstained: c.Abstained, NotShown: c.NotShown,
		Rows: []view.Row{viewRow("room", c.Room(), convention)}, Languages: []view.Row{},
	}
	for _, cell := range c.Languages {
		v.Languages = append(v.Languages, viewRow(strings.Join(cell.Groups, "+"), cell.Counts, convention))
	}
	for _, cell := range c.Cells {
		v.Rows = append(v.Rows, viewRow(cellName(cell), cell.Counts, convention))
	}
	return v
}

func viewRow(group string, counts rating.Counts, convention rating.Convention) view.Row {
	summary := rating.Summarise(counts, convention)
	return view.Row{Group: group, N: summary.N, Counts: counts[:], Median: summary.Median, Disagreement: summary.Disagrees()}
}

func (r *Room) gateSentences(g rating.Gate) view.Sentences {
	sentences := view.Sentences{}
	for _, lang := range locale.Languages() {
		sentences[lang] = condition.Sentences(r.state, g, lang)
	}
	return sentences
}

func (r *Room) viewCondition(c rating.Condition) view.Condition {
	v := view.Condition{Code: string(c.Code), Held: c.Held, Stands: "room", Text: view.Text{}}
	switch {
	case workshop.OfAcceptingParty(c.Code):
		v.Stands = "accepting"
	case c.Code.IsQuorum():
		v.Stands = "group"
	}
	for _, lang := range locale.Languages() {
		v.Text[lang] = condition.Text(r.state, c, lang)
	}
	v.Value = condition.Value(c)
	return v
}
