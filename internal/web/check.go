package web

import (
	"net/http"
	"slices"
	"time"

	"sala.example/internal/locale"
	"sala.example/internal/plan"
	"sala.example/internal/workshop"
)

// checked is what the programme check answers.
type checked struct {
	Findings []planFinding `json:"findings"`
}

// planFinding is a finding as the review page shows it.
type planFinding struct {
	plan.Finding
	Message  string      `json:"message"`            // what is so, and what to do
	Proposal []planMoved `json:"proposal,omitempty"` // all items of its date after the change, in order
}

// planMoved is an item of a proposed day: one of the draft's with its new
// times, or a new one with a title in every language.
type planMoved struct {
	Of      int           `json:"of"` // -1: new
	Start   string        `json:"start"`
	End     string        `json:"end"`
	Kind    string        `json:"kind"`
	Decides bool          `json:"decides"`
	Title   workshop.Text `json:"title,omitempty"` // of a new one
}

// checkPlan looks at a draft's programme and keeps nothing of it.
func (s *Server) checkPlan(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failJSON(w, r, err)
		return
	}
	var d Draft
	if err := readJSON(w, r, largestDraft, &d); err != nil {
		s.failJSON(w, r, err)
		return
	}
	if len(d.Items) > mostChecked {
		s.failJSON(w, r, errTooLarge)
		return
	}
	writeJSON(w, http.StatusOK, checkDraft(&d, s.language(r)))
}

// mostChecked is how many items a programme may have to be looked at: what is
// side by side is compared each with each.
const mostChecked = 500

func checkDraft(d *Draft, lang string) checked {
	c := checked{Findings: []planFinding{}}
	interpreted := slices.ContainsFunc(d.Interpretation, func(l string) bool { return l != d.Floor })
	for _, f := range plan.Check(d.planItems(), len(d.Recommendations), interpreted) {
		found := planFinding{Finding: f, Message: planMessage(f, lang)}
		for _, it := range f.Proposal {
			found.Proposal = append(found.Proposal, planMove(it))
		}
		c.Findings = append(c.Findings, found)
	}
	return c
}

func planMessage(f plan.Finding, lang string) string {
	var args []string
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	return locale.Say(lang, "plan."+f.Code, args...)
}

func planMove(it plan.Item) planMoved {
	m := planMoved{Of: it.Of, Start: plan.Clock(it.Start), End: plan.Clock(it.End), Kind: it.Kind, Decides: it.Decides}
	if it.Of == plan.New {
		m.Title = workshop.Text{}
		for _, lang := range locale.Languages() {
			m.Title[lang] = locale.Say(lang, "plan.new."+it.Kind)
		}
	}
	return m
}

// planItems are the draft's items as the check takes them: no titles, no
// people.
func (d *Draft) planItems() []plan.Item {
	var items []plan.Item
	for _, it := range d.Items {
		end := plan.NoEnd
		if it.End != "" {
			end = minuteOf(it.End)
		}
		items = append(items, plan.Item{
			Date: it.Date, Start: minuteOf(it.Start), End: end, Kind: it.Kind, Room: it.Room, Decides: it.Decides, Talks: len(it.SubItems),
		})
	}
	return items
}

// minuteOf reads "15:04" as minutes since midnight.
func minuteOf(clock string) int {
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return plan.Unclear
	}
	return 60*at.Hour() + at.Minute()
}
