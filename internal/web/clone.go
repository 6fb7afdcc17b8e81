package web

import (
	"net/http"

	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// clone gives a workshop's plan as a draft for the next one: programme, role
// groups, gate and groups, and the recommendations as they stand. No people,
// no ratings, nobody's words.
func (s *Server) clone(w http.ResponseWriter, r *http.Request, v visitor) {
	state, err := v.room.Snapshot(r.Context())
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"draft": draftOf(state).filled()})
}

func draftOf(st *workshop.State) *Draft {
	set := st.Settings
	d := &Draft{
		Title: set.Title, Place: set.Place, Objective: set.Objective, SubObjectives: set.SubObjectives, ExpectedOutput: set.ExpectedOutput,
		Goal: set.Goal, Background: set.Background, Organisers: set.Organisers, Partners: set.Partners,
		IsDraft: set.Draft, Timezone: set.Timezone, Floor: set.Floor, Interpretation: set.Interpretation, Required: set.Required,
		RoleGroups: set.RoleGroups, AcceptingParty: set.AcceptingParty, Quorum: set.Gate.Quorum, GroupQuorums: set.Gate.GroupQuorums, MadeUp: set.MadeUp,
	}
	if gate := set.Gate; !usual(gate) {
		d.Gate = &gate
	}
	for _, p := range st.Programme {
		d.Items = append(d.Items, draftItemOf(p))
	}
	for _, rec := range st.Recommendations {
		d.Recommendations = append(d.Recommendations, draftRecommendationOf(rec))
	}
	for _, g := range st.Groups {
		d.Groups = append(d.Groups, DraftGroup{Name: g.Name, Template: g.Template})
	}
	return d
}

// usual says that only the quorums of a gate were chosen.
func usual(g rating.Gate) bool {
	with := rating.Default()
	with.Quorum, with.GroupQuorums = g.Quorum, g.GroupQuorums
	return g.Equal(with)
}

// draftItemOf takes the plan that was made beforehand, not what became of it on
// the day.
func draftItemOf(p workshop.Session) DraftItem {
	item := DraftItem{Date: p.Date, Start: p.Start, End: p.End, Title: p.Title, Kind: p.Kind, Room: p.Room, Decides: p.Decides}
	if p.Planned != nil {
		item.Start, item.End = p.Planned.Start, p.Planned.End
	}
	for _, sub := range p.SubItems {
		item.SubItems = append(item.SubItems, DraftSubItem{Title: sub.Title})
	}
	return item
}

func draftRecommendationOf(rec workshop.Recommendation) DraftRecommendation {
	d := DraftRecommendation{Owner: rec.Owner}
	for _, segment := range rec.Segments {
		text := workshop.Text{}
		for lang, wording := range segment.Wordings {
			text[lang] = wording.Text
		}
		d.Segments = append(d.Segments, text)
	}
	return d
}
