package room

import (
	"slices"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// The booth is told which texts come next before the projector shows them.
func TestTheBoothSeesWhatComesNext(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	for _, words := range []string{"A third one.", "A fourth one.", "A fifth one."} {
		h.do(chair, &workshop.AddRecommendation{Segments: []workshop.Text{{"en": words}}})
	}
	var ids []string
	for _, r := range h.room.state.Recommendations {
		ids = append(ids, r.ID)
	}
	booth := func() view.Booth {
		topic, ok := h.room.Topic(access.AtBooth, "booth")
		if !ok {
			t.Fatal("the booth sees nothing")
		}
		return topic.View.(view.Booth)
	}
	if got := booth(); got.Shown != "" || !slices.Equal(got.Coming, ids[:3]) {
		t.Errorf("at first the booth sees %v", got)
	}
	h.do(chair, &workshop.Show{Mode: workshop.ScreenRecommendation, Ref: ids[3]})
	if got, want := booth(), []string{ids[4], ids[0], ids[1]}; got.Shown != ids[3] || !slices.Equal(got.Coming, want) {
		t.Errorf("with the fourth on the projector the booth sees %v, want %v", got, want)
	}
	h.do(chair, &workshop.Show{Mode: workshop.ScreenQuestions})
	if got := booth(); got.Shown != "" {
		t.Errorf("questions are on the projector, and the booth sees %s there", got.Shown)
	}
	if _, ok := h.room.Topic(access.InRoom, "booth"); ok {
		t.Error("the room sees the booth's topic")
	}
}
