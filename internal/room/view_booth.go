package room

import (
	"slices"

	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// ahead is how many texts the booth sees before the room takes them up.
const ahead = 3

// viewBooth tells the interpreters which text is on the projector and which
// are likely to follow: those without a decision, in their order, from the one
// shown on and then from the first.
func (r *Room) viewBooth() view.Booth {
	v := view.Booth{Coming: []string{}}
	recs := r.state.Recommendations
	shown := slices.IndexFunc(recs, func(rec workshop.Recommendation) bool { return rec.ID == r.shownText() })
	if shown >= 0 {
		v.Shown = recs[shown].ID
	}
	for i := range recs {
		next := &recs[(shown+1+i)%len(recs)]
		if next.ID != v.Shown && next.Decision() == nil && len(v.Coming) < ahead {
			v.Coming = append(v.Coming, next.ID)
		}
	}
	return v
}

// shownText is the recommendation whose text or result is on the projector.
func (r *Room) shownText() workshop.ID {
	switch s := r.state.Screen; s.Mode {
	case workshop.ScreenRecommendation, workshop.ScreenResult:
		return s.Ref
	}
	return ""
}
