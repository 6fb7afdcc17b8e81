package workshop

import (
	"strings"
	"testing"
	"time"
)

func (r *room) captions() (ids []ID) {
	for _, c := range r.s.CaptionsNow() {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestCaptionsGoWithTheirItem(t *testing.T) {
	r := newRoom(t)
	say := func(lang, text string) { r.do(interpreter, &SayCaption{Lang: lang, Text: Say(text)}) }
	say("en", "Before the day.")
	equal(t, "before the day", r.captions(), []ID{"l1"})
	r.later(time.Minute).do(chair, &StartSession{Session: "s1"})
	equal(t, "when the item began", r.captions(), nil)
	say("en", "Good morning.")
	say("th", "สวัสดี")
	equal(t, "in the item", r.captions(), []ID{"l2", "l3"})
	equal(t, "its item", r.s.Caption("l2").Session, "s1")
	equal(t, "no item ran", r.s.Caption("l1").Session, "")
	r.later(time.Minute).do(chair, &FinishSession{Session: "s1"})
	equal(t, "after the item", r.captions(), nil)
	say("en", "Coffee.")
	equal(t, "between items", r.captions(), []ID{"l4"})
	equal(t, "kept", len(r.s.Captions), 4)
}

func TestOnlyTheLastCaptionOfALanguageIsCorrected(t *testing.T) {
	r := newRoom(t)
	for _, lang := range []Lang{"en", "th", "en"} {
		r.do(interpreter, &SayCaption{Lang: lang, Text: Say("One.")})
	}
	r.refused(interpreter, &CorrectCaption{Caption: "l1", Text: Say("Two.")}, "caption.not-last")
	r.refused(interpreter, &CorrectCaption{Caption: "l9", Text: Say("Two.")}, "caption.unknown")
	r.refused(interpreter, &CorrectCaption{Caption: "l3", Text: Say(" ")}, "text.empty")
	r.nothing(interpreter, &CorrectCaption{Caption: "l3", Text: Say("One.")})
	was := r.s.Caption("l2").Text.Ref
	r.do(interpreter, &CorrectCaption{Caption: "l2", Text: Say("Two.")})
	if now, _ := r.env(interpreter).Read(r.s.Caption("l2").Text); now != "Two." {
		t.Errorf("it reads %q", now)
	}
	equal(t, "destroyed", r.s.Redacted, []string{was})
	equal(t, "the others", len(r.s.Captions), 3)
}

func TestACaptionIsTakenOut(t *testing.T) {
	r := newRoom(t)
	for range 2 {
		r.do(interpreter, &SayCaption{Lang: "en", Text: Say("My name is Participant 7.")})
	}
	ref := r.s.Caption("l2").Text.Ref
	r.do(chair, &RemoveCaption{Caption: "l2"})
	equal(t, "left", r.captions(), []ID{"l1"})
	equal(t, "destroyed", r.s.Redacted, []string{ref})
	r.refused(chair, &RemoveCaption{Caption: "l2"}, "caption.unknown")
	r.do(interpreter, &CorrectCaption{Caption: "l1", Text: Say("It is the last one now.")})
}

func TestCaptionRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(interpreter, &SayCaption{Text: Say("In which language?")}, "language.unknown")
	r.refused(interpreter, &SayCaption{Lang: "Thai!", Text: Say("One.")}, "language.unknown")
	r.refused(interpreter, &SayCaption{Lang: "th"}, "text.empty")
	r.refused(interpreter, &SayCaption{Lang: "th", Text: Say(strings.Repeat("ก", 401))}, "text.too-long")
	r.do(interpreter, &SayCaption{Lang: "th", Text: Say(strings.Repeat("ก", 400))})
	r.later(time.Minute).do(chair, &CloseWorkshop{})
	r.refused(interpreter, &SayCaption{Lang: "th", Text: Say("ก")}, "workshop.closed")
}

// Whoever is erased goes from the captions too, however they were called there.
func TestErasureTakesOutCaptionsThatName(t *testing.T) {
	for _, c := range []struct {
		names []string
		text  string
		gone  bool
	}{
		{[]string{"Participant Seven", ""}, "Thank you, participant  seven.", true},
		{[]string{"Participant Seven", ""}, "Number seven comes first.", true},
		{[]string{"", "P7"}, "P7 has a question.", true},
		{[]string{"Mr One", ""}, "Mr Two has one question.", false},
		{[]string{"", ""}, "Nobody in particular.", false},
		{nil, "Nobody in particular.", false},
		{[]string{"ผู้เข้าร่วมเจ็ด", ""}, "ขอบคุณผู้เข้าร่วมเจ็ดค่ะ", true},
		{[]string{"", "น้ำใส"}, "คุณนํ้าใสถาม", true}, // typed in two marks
		{[]string{"", "น้ำใส"}, "น้ำสะอาด", false},
	} {
		r := newRoom(t)
		p := r.seat("schools", 2)
		r.names = map[ID][]string{p[0].ID: c.names}
		r.do(interpreter, &SayCaption{Lang: "th", Text: Say("ประโยคอื่น")})
		r.do(interpreter, &SayCaption{Lang: "th", Text: Say(c.text)})
		ref := r.s.Caption("l2").Text.Ref
		r.do(p[1], &EraseParticipant{Participant: p[1].ID})
		equal(t, "after another was erased", r.captions(), []ID{"l1", "l2"})
		r.do(p[0], &EraseParticipant{Participant: p[0].ID})
		if gone := r.s.Caption("l2") == nil; gone != c.gone {
			t.Errorf("%q in %q: gone %v", c.names, c.text, gone)
		}
		if _, there := r.env(interpreter).Read(Words{Ref: ref}); there == c.gone {
			t.Errorf("%q in %q: the words are there: %v", c.names, c.text, there)
		}
	}
}
