package room

import (
	"cmp"
	"slices"
	"time"

	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

func (r *Room) viewDay(leading bool) view.Day {
	s := r.state
	now := r.deps.Now()
	timing := s.Timing(now)
	d := view.Day{
		Title: text(s.Settings.Title), Place: text(s.Settings.Place), Zone: s.Settings.Timezone, Code: r.code,
		Closed: !s.Closed.IsZero(), MadeUp: s.Settings.MadeUp, Floor: s.Settings.Floor, Languages: s.Settings.Required,
		Groups: roleGroups(s), Accepting: s.Settings.AcceptingParty,
		Present: s.Present(), ByLang: presentByLang(s), ByGroup: map[string]int{}, Total: len(s.Recommendations),
		Now: timing.Now, Next: timing.Next, Late: timing.Late, Over: timing.Over,
		Budget: timing.Budget, Left: timing.Left, Cuts: []view.Cut{}, Rescue: []view.Move{}, Items: []view.Item{},
	}
	if d.Closed {
		d.Now, d.Next, d.Late, d.Over = "", "", 0, 0
	}
	for _, rec := range s.Recommendations {
		switch decision := rec.Decision(); {
		case decision == nil || !decision.Final():
			d.Undecided++
		case decision.Agreed():
			d.Agreed++
		}
	}
	if p, ok := s.Progress(); ok {
		d.Goal = p.Needed
	}
	for _, p := range s.Programme {
		d.Items = append(d.Items, r.viewItem(p, timing))
	}
	for _, c := range timing.Decision {
		d.Cuts = append(d.Cuts, view.Cut{ID: c.Session, From: c.From, To: c.To})
	}
	if leading {
		d.ByGroup = presentByGroup(s)
	}
	if leading && !d.Closed {
		for _, m := range s.Rescue(now) {
			d.Rescue = append(d.Rescue, view.Move(m))
		}
	}
	return d
}

func (r *Room) viewItem(p workshop.Session, timing workshop.Timing) view.Item {
	item := view.Item{
		ID: p.ID, Date: p.Date, Start: p.Start, End: p.End, Title: text(p.Title), Kind: p.Kind, Room: p.Room,
		Decides: p.Decides, Speakers: r.viewSpeakers(p.Speakers), SubItems: []view.SubItem{}, State: "planned",
		Began: r.clock(p.Started), Ended: r.clock(p.Finished),
	}
	switch {
	case p.Running():
		item.State = "on"
	case !p.Finished.IsZero():
		item.State = "done"
	case timing.Late > 0:
		item.Projected = timing.Projected[p.ID].Start
	}
	for _, sub := range p.SubItems {
		item.SubItems = append(item.SubItems, view.SubItem{Title: text(sub.Title), Speakers: r.viewSpeakers(sub.Speakers)})
	}
	return item
}

func (r *Room) viewSpeakers(ids []workshop.ID) []view.Speaker {
	speakers := []view.Speaker{}
	for _, id := range ids {
		if p := r.people.profile(id); p.Name != "" {
			speakers = append(speakers, view.Speaker{Name: p.Name, Affiliation: p.Affiliation})
		}
	}
	return speakers
}

// clock is a moment on the workshop's 24-hour clock, empty for none.
func (r *Room) clock(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(r.zone).Format("15:04")
}

func roleGroups(s *workshop.State) []view.RoleGroup {
	groups := []view.RoleGroup{}
	for _, g := range s.Settings.RoleGroups {
		groups = append(groups, view.RoleGroup{ID: g.ID, Name: text(g.Name)})
	}
	return groups
}

func presentByLang(s *workshop.State) map[string]int {
	by := map[string]int{}
	for _, p := range s.Participants {
		if !p.Erased {
			by[p.Lang]++
		}
	}
	return by
}

func presentByGroup(s *workshop.State) map[string]int {
	by := map[string]int{}
	for _, p := range s.Participants {
		if !p.Erased {
			by[p.RoleGroup]++
		}
	}
	return by
}

// text makes sure that a missing text is {} and not null in JSON.
func text(t workshop.Text) view.Text {
	if t == nil {
		return view.Text{}
	}
	return view.Text(t)
}

func (r *Room) viewScreen() view.Screen {
	s := r.state
	v := view.Screen{Mode: s.Screen.Mode, Ref: s.Screen.Ref, Intro: []view.Intro{}, Join: r.deps.Join(r.code)}
	for _, p := range s.Participants {
		profile := r.people.profile(p.ID)
		if line := r.people.text(p.Intro); line != "" && profile.Consents["screen"] {
			v.Intro = append(v.Intro, view.Intro{Name: display(profile.Name, profile.Alias), Group: p.RoleGroup, Line: line})
		}
	}
	slices.SortFunc(v.Intro, func(a, b view.Intro) int { return cmp.Compare(a.Group+a.Name+a.Line, b.Group+b.Name+b.Line) })
	return v
}

// display is how a person wants to be called: the alias if there is one.
func display(name, alias string) string {
	if alias != "" {
		return alias
	}
	return name
}

func (r *Room) viewDesk() view.Desk {
	d := view.Desk{People: []view.Person{}}
	for _, p := range r.state.Participants {
		if p.Erased {
			continue
		}
		profile := r.people.profile(p.ID)
		d.People = append(d.People, view.Person{
			ID: p.ID, Name: display(profile.Name, profile.Alias), Group: p.RoleGroup, Lang: p.Lang,
			CheckedIn: p.CheckedIn, Joined: r.clock(p.Joined),
		})
	}
	for id, p := range r.Expected() {
		if _, came := r.state.Participants[id]; !came {
			d.People = append(d.People, view.Person{ID: id, Name: display(p.Name, p.Alias), Group: p.Expected.RoleGroup, Lang: p.Expected.Lang, Expected: true})
		}
	}
	slices.SortFunc(d.People, func(a, b view.Person) int { return cmp.Compare(a.Joined+a.ID, b.Joined+b.ID) })
	return d
}
