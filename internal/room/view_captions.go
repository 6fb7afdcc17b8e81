package room

import (
	"sala.example/internal/room/view"
)

// lastLines is how many captions of a language are shown: what somebody missed
// who looked away.
const lastLines = 6

func (r *Room) viewCaptions() view.Captions {
	v := view.Captions{Lines: map[string][]view.CaptionLine{}}
	for _, c := range r.state.CaptionsNow() {
		text, ok := r.people.read(c.Text)
		if !ok {
			continue // taken out
		}
		lines := append(v.Lines[c.Lang], view.CaptionLine{ID: c.ID, Text: text})
		v.Lines[c.Lang] = lines[max(0, len(lines)-lastLines):]
	}
	return v
}
