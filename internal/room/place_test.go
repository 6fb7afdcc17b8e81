package room

import (
	"slices"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	"sala.example/internal/journal/memory"
	"sala.example/internal/workshop"
)

func TestPlacesAsText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Place{
		"500-9f86d081884c7d65": {500, "9f86d081884c7d65"}, "500": {500, ""}, "0": {}, "": {}, "x": {}, "-1": {}, "-": {},
		"99999999999999999999": {}, "7-": {7, ""}, "7-x-y": {7, "x-y"},
	} {
		if got := ParsePlace(text); got != want {
			t.Errorf("%q is read as %+v, want %+v", text, got, want)
		}
	}
	for _, p := range []Place{{500, "9f86d081884c7d65"}, {Seq: 7}, {}} {
		if got := ParsePlace(p.String()); got != p {
			t.Errorf("%+v comes back as %+v", p, got)
		}
	}
}

// comeBack is what somebody gets who has seen everything up to a place: the
// topics that events alone change, and whether to forget what they have.
func (h *hall) comeBack(since Place) (names []string, anew bool) {
	h.t.Helper()
	sub := h.room.Subscribe(access.InRoom, since)
	defer sub.Close()
	got, _ := sub.Take()
	for _, topic := range got {
		if byEventsAlone[topic.Name] {
			names = append(names, topic.Name)
		}
	}
	if sub.Place() != h.room.Place() {
		h.t.Errorf("the stream is at %v, the room at %v", sub.Place(), h.room.Place())
	}
	return names, sub.Anew()
}

var allByEvents = []string{"texts", "questions", "groups", "rounds", "statements", "captions"}

// restore begins again with the first events, as a backup of then has them.
func (h *hall) restore(head uint64) {
	h.t.Helper()
	h.close()
	events, err := h.store.Read(h.t.Context(), h.id, 0, int(head))
	h.must(err)
	backup := memory.New()
	for i, e := range events {
		_, err := backup.Append(h.t.Context(), h.id, uint64(i), journal.Batch{Drafts: []journal.Draft{{At: e.At, Role: e.Role, Kind: e.Kind, Data: e.Data}}})
		h.must(err)
	}
	h.store = backup
	h.openHouse()
	h.come()
}

// After a backup was restored and the room went on past the number that a phone
// has seen, the phone still gets everything: its event of that number is another.
func TestARestoredBackupIsAnotherHistory(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	before := h.room.Place()
	h.do(rapporteur, &workshop.EditWording{Segment: h.texts[0].segment, Lang: "en", Rev: 1, Text: "Admit every child at once."})
	seen := h.room.Place()
	h.restore(before.Seq)
	check := func(when string, since Place, want []string, wantAnew bool) {
		t.Helper()
		if got, anew := h.comeBack(since); !slices.Equal(got, want) || anew != wantAnew {
			t.Errorf("%s: who saw up to %v gets %v, anew %v; want %v, %v", when, since, got, anew, want, wantAnew)
		}
	}
	check("at once", seen, allByEvents, true)
	check("at once", before, nil, false)
	for range 3 {
		h.do(participant(parents[0]), ask("Who pays for it?"))
	}
	if h.head() <= seen.Seq {
		t.Fatal("the room has not passed what the phone saw")
	}
	check("later", seen, allByEvents, true)
	check("later", before, []string{"questions"}, false)
	check("later", Place{Seq: seen.Seq}, allByEvents, true)
	check("later", Place{}, allByEvents, false)
	h.reopen()
	check("after another restart", seen, allByEvents, true)
}

// A restart sends nobody what they have: neither those who saw everything, nor,
// beyond what changed, those who missed the last event.
func TestARestartSendsOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	missed := h.room.Place()
	h.do(participant(parents[0]), ask("Who pays for it?"))
	last := h.room.Place()
	for _, how := range []string{"a snapshot", "the events alone"} {
		h.reopen()
		if got, anew := h.comeBack(last); len(got) > 0 || anew {
			t.Errorf("after a restart from %s who saw everything gets %v, anew %v", how, got, anew)
		}
		if got, anew := h.comeBack(missed); !slices.Equal(got, []string{"questions"}) || anew {
			t.Errorf("after a restart from %s who missed a question gets %v, anew %v", how, got, anew)
		}
		h.store = withoutSnapshot{h.store}
	}
}

// Whatever a browser sends as its place is read as one place.
func FuzzParsePlace(f *testing.F) {
	for _, text := range []string{"", "500-9f86d081884c7d65", "500", "007-x", "-", "18446744073709551616-a", "5-\x00", "๕-ก"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := ParsePlace(text)
		if again := ParsePlace(p.String()); again != p {
			t.Errorf("%q is %+v, written and read again %+v", text, p, again)
		}
	})
}
