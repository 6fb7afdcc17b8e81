package workshop

import (
	"fmt"
	"strings"
	"testing"
)

func voteOn(opinion, statement ID, vote int) *VoteStatement {
	return &VoteStatement{Opinion: opinion, Statement: statement, Vote: &vote}
}

// collecting is a room of 15 with a seed st1 and an open collecting op1.
func collecting(t *testing.T) (*room, []Actor) {
	t.Helper()
	r := newRoom(t)
	people := r.seat("schools", 15)
	r.do(organiser, &SeedStatement{Text: Text{"en": "Fees are too high."}})
	r.do(chair, &OpenOpinion{})
	return r, people
}

// Opinions are collected from 15 people on, one collecting at a time.
func TestOpinionOpens(t *testing.T) {
	r := newRoom(t)
	people := r.seat("schools", 14)
	args := r.refused(chair, &OpenOpinion{}, "opinion.too-few")
	equal(t, "the refusal", args, map[string]string{"from": "15", "n": "14"})
	more := r.seat("parents", 1)
	r.do(people[0], &EraseParticipant{Participant: people[0].ID})
	r.refused(chair, &OpenOpinion{}, "opinion.too-few")
	r.seat("parents", 1)
	r.do(chair, &OpenOpinion{})
	r.refused(chair, &OpenOpinion{}, "opinion.already-open")
	r.refused(chair, &CloseWorkshop{}, "workshop.opinion-open")
	r.refused(chair, &CloseOpinion{Opinion: "op9"}, "opinion.unknown")
	r.do(chair, &CloseOpinion{Opinion: "op1"})
	r.refused(chair, &CloseOpinion{Opinion: "op1"}, "opinion.closed")
	r.refused(more[0], voteOn("op1", "st1", 1), "opinion.closed")
	r.do(chair, &OpenOpinion{})
	if r.s.OpenOpinion().ID != "op2" {
		t.Error("a second collecting is one of its own")
	}
}

func TestVoteRefusals(t *testing.T) {
	r, people := collecting(t)
	r.do(people[0], &ProposeStatement{Text: Say("Buses should be free."), Lang: "en"})
	r.refused(people[0], voteOn("op9", "st1", 1), "opinion.unknown")
	r.refused(people[0], voteOn("op1", "st9", 1), "statement.unknown")
	r.refused(people[0], voteOn("op1", "st2", 1), "statement.not-accepted")
	r.refused(stranger, voteOn("op1", "st1", 1), "participant.unknown")
	for _, vote := range []int{-2, 2, 5} {
		r.refused(people[0], voteOn("op1", "st1", vote), "statement.vote-value")
	}
	r.refused(people[0], &VoteStatement{Opinion: "op1", Statement: "st1"}, "statement.vote-value")
	for _, vote := range []int{-1, 0, 1} {
		r.nothing(people[0], voteOn("op1", "st1", vote))
	}
}

func TestStatements(t *testing.T) {
	r := newRoom(t)
	long := strings.Repeat("ก", longestStatement+1)
	r.refused(organiser, &SeedStatement{}, "text.empty")
	r.refused(organiser, &SeedStatement{Text: Text{"en": " "}}, "text.empty")
	r.refused(organiser, &SeedStatement{Text: Text{"en": "Yes.", "th": long}}, "text.too-long")
	r.refused(organiser, &SeedStatement{Text: Text{"English": "Yes."}}, "language.unknown")
	r.do(organiser, &SeedStatement{Text: Text{"en": " Fees are too high. ", "th": ""}})
	equal(t, "a seed", r.s.Statement("st1").Text, Text{"en": "Fees are too high."})
	r.refused(stranger, &ProposeStatement{Text: Say("Before?"), Lang: "en"}, "opinion.not-open")
	people := r.seat("schools", 15)
	r.do(chair, &OpenOpinion{})
	r.refused(people[0], &ProposeStatement{Lang: "en"}, "text.empty")
	r.refused(people[0], &ProposeStatement{Text: Say(long), Lang: "en"}, "text.too-long")
	r.refused(people[0], &ProposeStatement{Text: Say("Yes."), Lang: "English"}, "language.unknown")
	r.do(people[0], &ProposeStatement{Text: Say(long[:3*longestStatement]), Lang: "th"})
	if st := r.s.Statement("st2"); st.Author != maskOf(people[0].ID, "st2") || st.Status() != StatementWaiting || st.Seeded() {
		t.Errorf("%+v", st)
	}
	if all := r.s.Moderated(); len(all) != 1 || all[0].ID != "st1" {
		t.Errorf("what waits is the moderators' alone: %+v", all)
	}
}

// Moderation is a log that only grows; each turn has its reason.
func TestModeration(t *testing.T) {
	r, people := collecting(t)
	r.do(people[0], &ProposeStatement{Text: Say("The mayor sleeps."), Lang: "en"})
	r.refused(chair, &ModerateStatement{Statement: "st9", As: StatementAccepted}, "statement.unknown")
	r.refused(chair, &ModerateStatement{Statement: "st2", As: "liked"}, "statement.as")
	r.refused(chair, &ModerateStatement{Statement: "st2", As: StatementTurnedAway}, "statement.reason")
	r.refused(chair, &ModerateStatement{Statement: "st2", As: StatementTurnedAway, Reason: Say(longLine)}, "text.too-long")
	r.do(chair, &ModerateStatement{Statement: "st2", As: StatementAccepted})
	r.nothing(chair, &ModerateStatement{Statement: "st2", As: StatementAccepted})
	r.nothing(people[1], voteOn("op1", "st2", 1))
	r.later(oneMinute).do(chair, &ModerateStatement{Statement: "st2", As: StatementTurnedAway, Reason: Say("It is about a person.")})
	r.refused(people[1], voteOn("op1", "st2", 1), "statement.not-accepted")
	r.do(organiser, &ModerateStatement{Statement: "st1", As: StatementTurnedAway, Reason: Say("Asked twice.")})
	if log := r.s.Statement("st2").Log; len(log) != 2 || log[0].As != StatementAccepted || log[1].At != r.s.At || log[1].Reason.IsZero() {
		t.Errorf("%+v", log)
	}
	// Its text can be taken out; that it was turned away, and why, stays.
	r.do(organiser, &RedactPassage{Ref: r.s.Statement("st2").Said[0].Text.Ref})
	r.refused(chair, &ModerateStatement{Statement: "st2", As: StatementAccepted}, "statement.gone")
	r.refused(chair, &TranslateStatement{Statement: "st2", Lang: "th", Text: Say("นายกหลับ")}, "statement.gone")
}

func TestTranslation(t *testing.T) {
	r, people := collecting(t)
	r.do(people[0], &ProposeStatement{Text: Say("Buses should be free."), Lang: "en"})
	r.refused(rapporteur, &TranslateStatement{Statement: "st9", Lang: "th", Text: Say("ฟรี")}, "statement.unknown")
	r.refused(rapporteur, &TranslateStatement{Statement: "st2", Lang: "", Text: Say("ฟรี")}, "language.unknown")
	r.refused(rapporteur, &TranslateStatement{Statement: "st2", Lang: "en", Text: Say("Free buses!")}, "statement.own-language")
	r.refused(rapporteur, &TranslateStatement{Statement: "st1", Lang: "en", Text: Say("Fees are fine.")}, "statement.own-language")
	r.refused(rapporteur, &TranslateStatement{Statement: "st2", Lang: "th"}, "text.empty")
	for _, text := range []string{"รถฟรี", "รถรับส่งควรฟรี"} {
		r.do(rapporteur, &TranslateStatement{Statement: "st2", Lang: "th", Text: Say(text)})
	}
	said := r.s.Statement("st2").Said
	if len(said) != 2 || r.said[said[1].Text.Ref] != "รถรับส่งควรฟรี" || said[1].Lang != "th" {
		t.Errorf("%+v", said)
	}
	r.do(rapporteur, &TranslateStatement{Statement: "st1", Lang: "th", Text: Say("ค่าธรรมเนียมแพงไป")})
	if st := r.s.Statement("st1"); !st.Seeded() || st.Status() != StatementAccepted {
		t.Errorf("a translation changed what the seed is: %+v", st)
	}
}

// What is kept at closing is what groups have in common: of fewer than 15
// voters no groups, of a statement that fewer than three voted on nothing.
func TestOpinionCloses(t *testing.T) {
	r, people := collecting(t)
	r.do(organiser, &SeedStatement{Text: Text{"en": "Teachers need help."}})
	r.do(organiser, &SeedStatement{Text: Text{"en": "Turned away."}})
	for i, a := range people {
		r.nothing(a, voteOn("op1", "st1", 1-2*(i%2)))
		r.nothing(a, voteOn("op1", "st3", 1))
		if i < 2 {
			r.nothing(a, voteOn("op1", "st2", -1))
		}
	}
	r.do(chair, &ModerateStatement{Statement: "st3", As: StatementTurnedAway, Reason: Say("Twice.")})
	r.do(people[0], &ProposeStatement{Text: Say("Taken out."), Lang: "en"})
	r.do(chair, &ModerateStatement{Statement: "st4", As: StatementAccepted})
	for _, a := range people {
		r.nothing(a, voteOn("op1", "st4", 1))
	}
	r.do(organiser, &RedactPassage{Ref: r.s.Statement("st4").Said[0].Text.Ref})
	r.do(chair, &CloseOpinion{Opinion: "op1"})
	o := r.s.Opinion("op1").Outcome
	if o.People != 15 || o.Votes != 47 || len(o.Groups) != 2 || o.Stability == nil {
		t.Fatalf("%+v", o)
	}
	if o.Groups[0].Size+o.Groups[1].Size+o.Ungrouped != 15 || o.Groups[0].Size != 8 {
		t.Errorf("groups %+v", o.Groups)
	}
	if st := o.Statement("st2"); len(st.Cells) != 0 || st.NotShown != 2 {
		t.Errorf("the votes of two people are told: %+v", st)
	}
	if o.Statement("st3") != nil || o.Statement("st4") != nil {
		t.Error("a statement that was turned away or taken out is in the outcome")
	}
	if total := o.Statement("st1").Total(); total.Agree != 8 || total.Disagree != 7 {
		t.Errorf("%+v", total)
	}
}

func TestTooManyStatements(t *testing.T) {
	r := newRoom(t)
	for i := range mostStatements {
		r.s.Statements = append(r.s.Statements, Statement{ID: fmt.Sprint("x", i)})
	}
	r.refused(organiser, &SeedStatement{Text: Text{"en": "One more."}}, "statement.too-many")
}

func TestNobodyFillsThePollAlone(t *testing.T) {
	r, people := collecting(t)
	for i := range mostOwnStatements {
		r.do(people[0], &ProposeStatement{Text: Say(fmt.Sprint("Proposal ", i)), Lang: "en"})
	}
	r.refused(people[0], &ProposeStatement{Text: Say("One more."), Lang: "en"}, "statement.too-many-own")
	r.do(people[1], &ProposeStatement{Text: Say("My first."), Lang: "en"})
}

// The projector shows the map of the newest collecting, open or closed.
func TestShowOpinion(t *testing.T) {
	r := newRoom(t)
	r.refused(chair, &Show{Mode: ScreenOpinion}, "screen.nothing-to-show")
	r.seat("schools", 15)
	r.do(chair, &OpenOpinion{})
	r.do(chair, &Show{Mode: ScreenOpinion, Ref: "anything"})
	equal(t, "the screen", r.s.Screen, Screen{Mode: ScreenOpinion})
}
