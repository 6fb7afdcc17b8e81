package workshop

import (
	"strings"
	"testing"
)

func TestAskBelongsToTheRunningItem(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.do(p, &AskQuestion{Text: Say("Before the day?"), Lang: "en"})
	r.do(chair, &StartSession{Session: "s2"})
	r.do(p, &AskQuestion{Text: Say("During the talk?")})
	r.do(p, &AskQuestion{Text: Say("For later?"), Session: "s4"})
	for id, want := range map[ID]ID{"q1": "", "q2": "s2", "q3": "s4"} {
		if q := r.s.Question(id); q.Session != want || q.Status != IsOpen {
			t.Errorf("%s: item %q, %s", id, q.Session, q.Status)
		}
	}
	if q := r.s.Question("q1"); q.Author != maskOf(p.ID, "q1") || q.Author == r.s.Question("q2").Author {
		t.Error("an author is known by a mask of their own on each question")
	}
}

func TestAskRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(stranger, &AskQuestion{}, "text.empty")
	r.refused(stranger, &AskQuestion{Text: Say(" \n ")}, "text.empty")
	r.refused(stranger, &AskQuestion{Text: Say(strings.Repeat("x", 1001))}, "text.too-long")
	r.refused(stranger, &AskQuestion{Text: Say("a\x00b")}, "text.not-text")
	r.refused(stranger, &AskQuestion{Text: Say("a\xffb")}, "text.not-text")
	r.refused(stranger, &AskQuestion{Text: Say("Why?"), Session: "s9"}, "session.unknown")
	r.do(stranger, &AskQuestion{Text: Say(strings.Repeat("ก", 1000))})
}

func TestSupportOncePerPersonAndNotOnesOwn(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 3)
	r.refused(p[0], &SupportQuestion{Question: "q1"}, "question.unknown")
	r.do(p[0], &AskQuestion{Text: Say("Who pays?")})
	r.nothing(p[0], &SupportQuestion{Question: "q1"})
	r.do(p[1], &SupportQuestion{Question: "q1"})
	r.nothing(p[1], &SupportQuestion{Question: "q1"})
	r.do(p[2], &SupportQuestion{Question: "q1"})
	equal(t, "supporters", r.s.Question("q1").Supporters, []string{maskOf(p[1].ID, "q1"), maskOf(p[2].ID, "q1")})
}

func TestAnswerAndCarry(t *testing.T) {
	r := newRoom(t)
	r.do(stranger, &AskQuestion{Text: Say("Who pays?")})
	r.refused(chair, &AnswerQuestion{Question: "q9"}, "question.unknown")
	r.refused(chair, &CarryQuestion{Question: "q9"}, "question.unknown")
	r.refused(chair, &AnswerQuestion{Question: "q1", Answer: Say(longPassage)}, "text.too-long")
	r.do(chair, &CarryQuestion{Question: "q1"})
	r.refused(chair, &CarryQuestion{Question: "q1"}, "question.not-open")
	r.do(chair, &AnswerQuestion{Question: "q1", Answer: Say("The province.")})
	first := r.s.Question("q1").Answer
	r.do(chair, &AnswerQuestion{Question: "q1", Answer: Say("The province, from 2015.")})
	if q := r.s.Question("q1"); q.Status != IsAnswered || q.Answer.Ref == first.Ref {
		t.Errorf("%+v: a later answer replaces the first", q)
	}
	r.refused(chair, &CarryQuestion{Question: "q1"}, "question.not-open")
}
