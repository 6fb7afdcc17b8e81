package workshop

import (
	"errors"
	"testing"
)

// Whatever comes from outside is a command or a refusal, and a command that
// can be read can be decided on, and its events applied.
func FuzzDecodeCommand(f *testing.F) {
	for _, name := range CommandNames() {
		f.Add(name, []byte(`{}`))
	}
	for _, seed := range []struct{ name, data string }{
		{"question.ask", `{"text":"ใครจ่าย?","lang":"th"}`},
		{"question.ask", `{"text":{"ref":"r"}}`},
		{"wording.edit", `{"segment":"g1","lang":"en","rev":1,"text":"Admit all.","minor":true}`},
		{"amendment.propose", `{"segment":"g1","lang":"en","rev":1,"text":"x","reason":"y"}`},
		{"ballot.cast", `{"round":"v1","recommendation":"r1","ratings":{"feasible":10}}`},
		{"round.open", `{"recommendations":["r1","r1"],"gate":{"quorum":-1,"median":1e308}}`},
		{"programme.replan", `{"moves":[{"session":"s1","start":"08:30","end":"09:00"}]}`},
		{"action.put", `{"row":{"action":"x","due":"2014-02-31"}}`},
		{"workshop.create", `{"id":"w","settings":{"timezone":"../../etc","roleGroups":[{"id":"a"},{"id":""}]},"programme":[{"started":"2014-01-01T00:00:00Z"}]}`},
		{"screen.show", `null`},
	} {
		f.Add(seed.name, []byte(seed.data))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		c, err := DecodeCommand(name, data)
		var refusal *Refusal
		if err != nil {
			if !errors.As(err, &refusal) || c != nil {
				t.Fatalf("%v, %v", c, err)
			}
			return
		}
		r := newRoom(t)
		r.seat("officers", 3)
		r.open("r1")
		for _, a := range []Actor{{ID: "p1", Role: "participant"}, organiser, {}} {
			if _, err := r.try(a, c); err != nil && !errors.As(err, &refusal) {
				t.Fatalf("%s by %q: %v", name, a.Role, err)
			}
		}
		if got := stateJSON(t, replay(t, New(), r.journal)); got != r.json() {
			t.Fatalf("replayed:\n%s\nplayed:\n%s", got, r.json())
		}
	})
}

// Whatever a journal holds is an event or an error, and an event is written
// again as one that reads the same.
func FuzzDecodeEvent(f *testing.F) {
	for kind := range eventKinds {
		f.Add(kind, []byte(`{}`))
	}
	for _, line := range wholeDay(f).journal {
		f.Add(line.Kind, []byte(line.Data))
	}
	f.Fuzz(func(t *testing.T, kind string, data []byte) {
		e, err := DecodeEvent(kind, data)
		if err != nil {
			return
		}
		once, err := Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		again, err := DecodeEvent(kind, once)
		if err != nil {
			t.Fatalf("%s does not read back: %v", once, err)
		}
		twice, err := Encode(again)
		if err != nil || string(once) != string(twice) {
			t.Fatalf("%s becomes %s (%v)", once, twice, err)
		}
	})
}
