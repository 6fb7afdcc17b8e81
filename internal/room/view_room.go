package room

import (
	"cmp"
	"slices"
	"time"

	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

func (r *Room) viewQuestions() view.Questions {
	v := view.Questions{Questions: []view.Question{}}
	for _, q := range r.state.Questions {
		text, ok := r.people.read(q.Text)
		if !ok {
			continue // erased or redacted
		}
		v.Questions = append(v.Questions, view.Question{
			ID: q.ID, Session: q.Session, Text: text, Lang: q.Lang, Support: 1 + len(q.Supporters),
			Status: q.Status, Answer: r.people.text(q.Answer),
		})
	}
	slices.SortStableFunc(v.Questions, func(a, b view.Question) int { return cmp.Compare(b.Support, a.Support) })
	return v
}

func (r *Room) viewGroups() view.Groups {
	s := r.state
	v := view.Groups{Groups: []view.Group{}, Actions: []view.Action{}}
	members := map[workshop.ID]int{}
	for _, p := range s.Participants {
		if !p.Erased {
			members[p.Group]++
		}
	}
	for _, g := range s.Groups {
		group := view.Group{ID: g.ID, Name: text(g.Name), Members: members[g.ID], Domains: []view.Domain{}, Cards: []view.Card{}}
		for _, d := range g.Domains {
			group.Domains = append(group.Domains, view.Domain{ID: d.ID, Name: text(d.Name)})
		}
		for _, c := range g.Cards {
			if text, ok := r.people.read(c.Text); ok {
				group.Cards = append(group.Cards, view.Card{ID: c.ID, Domain: c.Domain, Text: text})
			}
		}
		v.Groups = append(v.Groups, group)
	}
	today := s.Today(r.deps.Now())
	for _, a := range s.Actions {
		v.Actions = append(v.Actions, r.viewAction(a, today))
	}
	return v
}

func (r *Room) viewAction(a workshop.Action, today time.Time) view.Action {
	v := view.Action{
		ID: a.ID, Group: a.Group, Recommendation: a.Recommendation, Rev: a.Rev, Status: a.Status,
		Action: r.people.text(a.Row.Action), Lead: r.people.text(a.Row.Lead), Partners: r.people.text(a.Row.Partners),
		FirstStep: r.people.text(a.Row.FirstStep), FirstStepBy: a.Row.FirstStepBy, Due: a.Row.Due,
		Budget: r.people.text(a.Row.Budget), Indicator: r.people.text(a.Row.Indicator),
		Complete: a.Row.Complete(today),
	}
	if n := len(a.Reports); n > 0 {
		v.Note = r.people.text(a.Reports[n-1].Note)
	}
	return v
}
