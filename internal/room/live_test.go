package room

import (
	"bytes"
	"runtime"
	"slices"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// A topic is computed once for all who see the same of it.
func TestTopicsAreMadeOncePerVariant(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	subs := make([]*Subscription, 300)
	for i := range subs {
		subs[i] = h.room.Subscribe(access.InRoom, h.room.Place())
		defer subs[i].Close()
		subs[i].Take()
	}
	h.do(participant(parents[0]), ask("Who pays for it?"))
	first, _ := subs[0].Take()
	if len(first) != 1 || first[0].Name != "questions" {
		t.Fatalf("a question changed %d topics", len(first))
	}
	for _, s := range subs[1:] {
		got, _ := s.Take()
		if len(got) != 1 || got[0] != first[0] || &got[0].Body[0] != &first[0].Body[0] {
			t.Fatal("two viewers of a class were given different copies")
		}
	}
	// Classes that see the same variant share it too.
	for _, class := range []access.Class{access.Leading, access.Organises, access.OnScreen} {
		if got, _ := h.room.Topic(class, "questions"); got != first[0] {
			t.Errorf("%s has another copy of the questions", class)
		}
	}
	leading, _ := h.room.Topic(access.Leading, "day")
	room, _ := h.room.Topic(access.InRoom, "day")
	if leading == room {
		t.Error("the chair's day and the room's are the same")
	}
}

// A topic that comes out as it was is not sent again.
func TestWhatDidNotChangeIsNotSent(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.do(participant(parents[0]), ask("Who pays for it?"))
	sub := h.room.Subscribe(access.InRoom, h.room.Place())
	defer sub.Close()
	sub.Take()
	h.do(participant(parents[0]), &workshop.SupportQuestion{Question: h.question()}) // one's own: no event
	h.do(chair, &workshop.AddRecommendation{Segments: []workshop.Text{{"en": "A third one."}}})
	got, _ := sub.Take()
	var names []string
	for _, topic := range got {
		names = append(names, topic.Name)
	}
	if want := []string{"day", "texts"}; !slices.Equal(names, want) {
		t.Errorf("a new recommendation sent %v, want %v", names, want)
	}
}

// A phone that stops reading costs nothing and, when it reads again, gets the
// newest of each topic and nothing else.
func TestAViewerThatNeverReads(t *testing.T) {
	h := newFullHall(t)
	asleep := make([]*Subscription, 200)
	for i := range asleep {
		asleep[i] = h.room.Subscribe(access.InRoom, h.room.Place())
		defer asleep[i].Close()
	}
	modes := []string{workshop.ScreenQuestions, workshop.ScreenNow}
	change := func(n int) {
		for i := range n {
			h.do(chair, &workshop.Show{Mode: modes[i%2]})
		}
	}
	change(20)
	before := heap()
	change(400)
	after := heap()
	if grown := int64(after) - int64(before); grown/int64(len(asleep)) > 4<<10 {
		t.Errorf("a viewer that does not read costs %d bytes after 400 changes", grown/int64(len(asleep)))
	}
	for _, s := range asleep {
		if s.pending >= 1<<len(access.Topics()) || len(s.wake) > 1 {
			t.Fatalf("topics %b and %d wake-ups wait", s.pending, len(s.wake))
		}
	}
	h.do(chair, &workshop.Show{Mode: workshop.ScreenIntro})
	for _, s := range asleep {
		got, _ := s.Take()
		i := slices.IndexFunc(got, func(topic *Topic) bool { return topic.Name == "screen" })
		if i < 0 || !bytes.Contains(got[i].Body, []byte(`"mode":"intro"`)) || got[i].Rev != h.head() {
			t.Fatal("a viewer that woke up did not get the newest screen")
		}
		if again, _ := s.Take(); len(again) != 0 {
			t.Fatalf("%d topics came twice", len(again))
		}
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Every class gets its topics and no other, on a stream as on demand.
func TestAClassSeesOnlyItsTopics(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.must(h.room.PutProfile(t.Context(), parents[0], vault.Profile{Name: "Participant 1"}))
	for _, class := range append(access.Classes(), "", "king") {
		sub := h.room.Subscribe(class, Place{})
		sub.Take()
		// Everything changes, names included.
		h.must(h.room.PutProfile(t.Context(), parents[0], vault.Profile{Name: "Participant " + string(class)}))
		h.do(participant(parents[1]), ask("From "+string(class)+"?"))
		got, _ := sub.Take()
		for _, topic := range got {
			if _, may := access.Variant(topic.Name, class); !may {
				t.Errorf("the class %q was sent %s", class, topic.Name)
			}
		}
		for _, name := range access.Topics() {
			variant, may := access.Variant(name, class)
			topic, ok := h.room.Topic(class, name)
			if ok != may {
				t.Errorf("the class %q sees %s: %v, want %v", class, name, ok, may)
			}
			if ok && topic != h.room.live.topics[topicKey(name, variant)] {
				t.Errorf("the class %q is shown another variant of %s", class, name)
			}
		}
		sub.Close()
	}
	if n := len(h.room.live.subs); n != 0 {
		t.Errorf("%d viewers are still counted", n)
	}
}

// Who comes back with the last event they saw gets what changed since, and what
// changes without an event; not the large topics once more.
func TestResuming(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	since := h.room.Place()
	h.do(participant(parents[0]), ask("Who pays for it?"))
	names := func(since Place) []string {
		sub := h.room.Subscribe(access.InRoom, since)
		defer sub.Close()
		got, _ := sub.Take()
		var names []string
		for _, topic := range got {
			names = append(names, topic.Name)
		}
		return names
	}
	all := []string{"day", "texts", "questions", "groups", "rounds", "turnout", "screen"}
	for _, c := range []struct {
		why   string
		since Place
		want  []string
	}{
		{"has seen nothing", Place{}, all},
		{"missed the question", since, []string{"day", "questions"}},
		{"missed nothing", h.room.Place(), []string{"day"}},
		{"comes from the future, as after a restored backup", Place{h.head() + 100, since.Past}, all},
		{"comes from another past", Place{since.Seq, h.room.Place().Past}, all},
		{"comes from another present", Place{h.head(), since.Past}, all},
		{"says no past, as former pages do", Place{Seq: since.Seq}, all},
	} {
		got := names(c.since)
		for _, name := range all {
			there, wanted := slices.Contains(got, name), slices.Contains(c.want, name)
			if large := name == "texts" || name == "groups" || name == "questions" || name == "rounds"; wanted && !there || large && there && !wanted {
				t.Errorf("who %s gets %v, want %v", c.why, got, c.want)
				break
			}
		}
	}
}

// Names, consents and the count of ballots change without an event. Who was
// away meanwhile, at the same event, must still get them.
func TestResumingAfterAChangeWithoutAnEvent(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.do(participant(parents[0]), &workshop.Introduce{Line: workshop.Say("I have two children.")})
	round := h.openRound()
	since := h.room.Place()
	h.must(h.room.PutProfile(t.Context(), parents[0], vault.Profile{Name: "Participant 1", Consents: map[string]bool{"screen": true}}))
	h.do(participant(parents[0]), ballot(round, h.texts[0].rec, 5, 5))
	h.waitForBallots(h.texts[0].rec, 1)
	for class, want := range map[access.Class][]string{access.AtDesk: {"desk"}, access.OnScreen: {"screen", "turnout"}} {
		sub := h.room.Subscribe(class, since)
		got, _ := sub.Take()
		for _, name := range want {
			if !slices.ContainsFunc(got, func(topic *Topic) bool { return topic.Name == name }) {
				t.Errorf("the class %s does not get %s, which changed while it was away", class, name)
			}
		}
		sub.Close()
	}
}

func TestWatchingARoomThatCloses(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	sub := h.room.Subscribe(access.InRoom, Place{})
	defer sub.Close()
	sub.Take()
	<-sub.Wake()
	h.house.Close()
	<-sub.Wake()
	if _, open := sub.Take(); open {
		t.Error("the viewer was not told that the room closed")
	}
	if _, open := h.room.Subscribe(access.InRoom, Place{}).Take(); open {
		t.Error("a closed room took a viewer on")
	}
}
