package workshop

import (
	"errors"
	"strings"
	"testing"
)

func TestDecodeEventRefuses(t *testing.T) {
	for name, c := range map[string]struct{ kind, data string }{
		"unknown kind":                {"question.whispered", `{}`},
		"no kind":                     {"", `{}`},
		"unknown field":               {"session.started", `{"session":"s1","mood":"good"}`},
		"unknown field in a list":     {"programme.replanned", `{"moves":[{"session":"s1","start":"09:00","end":"10:00","why":"late"}]}`},
		"unknown field in words":      {"question.asked", `{"id":"q1","text":{"ref":"x","hash":"y","plain":"z"},"lang":"th","author":"m"}`},
		"wrong type":                  {"session.started", `{"session":1}`},
		"not JSON":                    {"session.started", `session`},
		"nothing":                     {"session.started", ``},
		"null":                        {"session.started", `null`},
		"a list":                      {"session.started", `[]`},
		"something after the event":   {"session.started", `{"session":"s1"}{"session":"s2"}`},
		"a brace after the event":     {"session.started", `{"session":"s1"}}`},
		"a bracket after the event":   {"session.started", `{"session":"s1"} ]`},
		"words that were not sealed":  {"question.asked", `{"id":"q1","text":"Who pays?","lang":"th","author":"m"}`},
		"words with a number as text": {"question.asked", `{"id":"q1","text":7,"lang":"th","author":"m"}`},
	} {
		t.Run(name, func(t *testing.T) {
			if e, err := DecodeEvent(c.kind, []byte(c.data)); err == nil {
				t.Errorf("%s %s was read as %+v", c.kind, c.data, e)
			}
		})
	}
}

func TestDecodeCommandRefuses(t *testing.T) {
	decode := func(name, data string) error {
		c, err := DecodeCommand(name, []byte(data))
		if err != nil && c != nil {
			t.Errorf("%s: a command and an error", name)
		}
		return err
	}
	wantCode(t, decode("question.whisper", `{}`), "command.unknown")
	wantCode(t, decode("", `{}`), "command.unknown")
	wantCode(t, decode("question.ask", ``), "command.unreadable")
	wantCode(t, decode("question.ask", `{"text":"Why?","author":"p1"}`), "command.unreadable")
	wantCode(t, decode("question.ask", `{"text":7}`), "command.unreadable")
	wantCode(t, decode("ballot.cast", `{"ratings":{"feasible":"high"}}`), "command.unreadable")
	wantCode(t, decode("ballot.cast", `{"ratings":{"feasible":7.5}}`), "command.unreadable")
	// Nobody puts somebody else's sealed words into their own mouth.
	wantCode(t, decode("question.ask", `{"text":{"ref":"ref1","hash":"abc"}}`), "command.unreadable")
	wantCode(t, decode("action.put", `{"row":{"action":"x","lead":{"ref":"ref1","hash":"abc"}}}`), "command.unreadable")
}

func TestDecodeCommandReadsOneValue(t *testing.T) {
	for _, data := range []string{`{"question":"q1"}{"question":"q2"}`, `{"question":"q1"} and more`, `{"question":"q1"}}`, `{"question":"q1"}]`} {
		if _, err := DecodeCommand("question.support", []byte(data)); err == nil {
			t.Errorf("%s was read", data)
		}
	}
}

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != code {
		t.Errorf("got %v, want the refusal %s", err, code)
	}
}

func TestDecodeCommandReadsWords(t *testing.T) {
	c, err := DecodeCommand("action.put", []byte(`{"row":{"action":"  Write the rule ","lead":"","due":"2015-01-31"}}`))
	if err != nil {
		t.Fatal(err)
	}
	row := c.(*PutAction).Row
	if row.Action.Plain() != "Write the rule" || !row.Lead.IsZero() || row.Due != "2015-01-31" {
		t.Errorf("%+v", row)
	}
	if got := len(WordsIn(c)); got != 6 {
		t.Errorf("%d passages found in a row, want 6", got)
	}
}

func TestCommandNamesAndEventKindsReadThemselves(t *testing.T) {
	for _, name := range CommandNames() {
		c, err := DecodeCommand(name, []byte(`{}`))
		if err != nil || c.Name() != name {
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
	for kind := range eventKinds {
		e, err := DecodeEvent(kind, []byte(`{}`))
		if err != nil || e.Kind() != kind {
			t.Errorf("%s: %v, %v", kind, e, err)
		}
	}
}

func TestWordsInFindsWhatIsNested(t *testing.T) {
	q, a := Say("q"), Say("a")
	e := &struct {
		One  Words
		Many []ActionRow
		Far  *struct{ Deep Words }
		None *Words
	}{One: q, Many: []ActionRow{{Action: a}, {}}, Far: &struct{ Deep Words }{}}
	if got := len(WordsIn(e)); got != 1+2*6+1 {
		t.Errorf("%d passages", got)
	}
	for _, w := range WordsIn(e) {
		w.Seal("ref", "hash")
	}
	if e.One.Ref != "ref" || e.Many[1].Lead.Ref != "ref" || e.Far.Deep.Hash != "hash" {
		t.Error("the passages that are found are not the command's own")
	}
}

func TestApplyNeedsTheNextEvent(t *testing.T) {
	r := newRoom(t)
	for _, seq := range []uint64{0, r.s.Seq, r.s.Seq + 2} {
		before := r.json()
		err := Apply(r.s, &SessionStarted{Session: "s1"}, Meta{Seq: seq, At: r.now})
		if err == nil || !strings.Contains(err.Error(), "cannot follow") {
			t.Errorf("event %d after %d: %v", seq, r.s.Seq, err)
		}
		if r.json() != before {
			t.Error("a refused event changed the state")
		}
	}
}

// A journal that was damaged and signed again, or written by a faulty program,
// must stop its workshop with an error and leave the others running.
func TestApplyOfAnEventThatRefersToNothing(t *testing.T) {
	for kind, fresh := range eventKinds {
		t.Run(kind, func(t *testing.T) {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("panic: %v", p)
				}
			}()
			r := newRoom(t)
			before := r.json()
			err := Apply(r.s, fresh(), Meta{Seq: r.s.Seq + 1, At: r.now})
			if err != nil && r.json() != before {
				t.Error("an event that was not applied changed the state")
			}
			if strings.HasPrefix(kind, "participant.") && kind != "participant.joined" && r.s.Present() > 0 {
				t.Error("an event about nobody brought somebody into being")
			}
		})
	}
}
