package web

import (
	"cmp"
	"context"
	"slices"

	"sala.example/internal/report"
	"sala.example/internal/room"
	"sala.example/internal/workshop"
)

// Source gathers what a report says from a room, as it is now.
func (s *Server) Source(ctx context.Context, rm *room.Room) (*report.Source, error) {
	state, err := rm.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	_, head, err := rm.Head(ctx)
	if err != nil {
		return nil, err
	}
	src := &report.Source{
		State: state, Head: head.String(), Made: s.Now(),
		Words:    func(w workshop.Words) string { text, _ := rm.Words(w); return text },
		Speakers: map[workshop.ID]report.Person{},
	}
	for _, p := range state.Programme {
		addSpeakers(src, rm, p.Speakers)
		for _, sub := range p.SubItems {
			addSpeakers(src, rm, sub.Speakers)
		}
	}
	for _, p := range state.Participants {
		profile := rm.Profile(p.ID)
		if name := cmp.Or(profile.Name, profile.Alias); name != "" && profile.Consents["report"] && !p.Erased {
			src.Named = append(src.Named, report.Person{Name: name, RoleGroup: p.RoleGroup})
		}
	}
	slices.SortFunc(src.Named, func(a, b report.Person) int {
		return cmp.Or(cmp.Compare(a.RoleGroup, b.RoleGroup), cmp.Compare(a.Name, b.Name))
	})
	return src, nil
}

func addSpeakers(src *report.Source, rm *room.Room, ids []workshop.ID) {
	for _, id := range ids {
		if p := rm.Profile(id); p.Name != "" {
			src.Speakers[id] = report.Person{Name: p.Name, Affiliation: p.Affiliation}
		}
	}
}
