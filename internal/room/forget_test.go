package room

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	"sala.example/internal/journal/record"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// newHallOnDisk keeps its journal in the data folder too.
func newHallOnDisk(t *testing.T) *hall {
	t.Helper()
	store, err := journalsqlite.Open(t.Context(), filepath.Join(t.TempDir(), "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return newHallOn(t, store)
}

// A person can be forgotten in the middle of a round: their ballots go too, and
// the others' stay.
func TestForgettingDuringARound(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round := h.openRound()
	h.castAll(round)
	h.do(participant(parents[0]), &workshop.EraseParticipant{Participant: parents[0]})
	h.refused("access.denied", participant(parents[0]), ballot(round, h.texts[0].rec, 9, 9))
	h.refused("access.denied", participant(parents[0]), ask("Am I still here?"))
	h.do(chair, &workshop.CloseRound{Round: round})
	h.look(func(s *workshop.State) {
		for _, result := range s.Round(round).Results {
			if result.Tally.Ballots != 8 {
				t.Errorf("%d ballots were counted, want 8", result.Tally.Ballots)
			}
		}
	})
}

// crash leaves an event in the journal whose consequences were not carried out.
func (h *hall) crash(e workshop.Event) {
	h.t.Helper()
	h.close()
	data, err := workshop.Encode(e)
	h.must(err)
	_, err = h.store.Append(h.t.Context(), h.id, h.head(), journal.Batch{Drafts: []journal.Draft{{At: h.clock.now(), Role: access.Participant, Kind: e.Kind(), Data: data}}})
	h.must(err)
	h.openHouse()
	h.come()
}

// What a crash left undone is done when the room opens: an erasure.
func TestForgettingAfterACrash(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.must(h.room.PutProfile(t.Context(), parents[0], vault.Profile{Name: "Marker of a name"}))
	h.do(participant(parents[0]), ask("Marker of a question?"))
	round := h.openRound()
	h.castAll(round)
	h.crash(&workshop.ParticipantErased{Participant: parents[0]})
	mustNotHold(t, "after the crash", h.topics(), "Marker of")
	if n := h.stored(); n != 0 {
		t.Errorf("%d passages are in the vault", n)
	}
	if open := h.turnout(); open.Rated != 8 {
		t.Errorf("%d have rated, want the 8 who are left", open.Rated)
	}
	h.do(chair, &workshop.CloseRound{Round: round})
	h.look(func(s *workshop.State) {
		if n := s.Round(round).Results[0].Tally.Ballots; n != 8 {
			t.Errorf("%d ballots were counted, want 8: the erased person's was kept", n)
		}
	})
}

// An erasure for which a ballot could not be withdrawn is not over: it is tried
// again until the ballot is gone.
func TestForgettingIsTriedAgain(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.castAll(h.openRound())
	damage(t, h.dir, `CREATE TRIGGER stuck BEFORE UPDATE ON tray BEGIN SELECT RAISE(ABORT, 'stuck'); END`)
	h.do(participant(parents[0]), &workshop.EraseParticipant{Participant: parents[0]})
	if left := ballotsLeft(t, h.dir); left != 18 {
		t.Fatalf("%d ballots, want 18: nothing could be taken out", left)
	}
	damage(t, h.dir, `DROP TRIGGER stuck`)
	h.wait("withdrawn", func() bool {
		h.clock.move(time.Second)
		return ballotsLeft(t, h.dir) == 16
	})
}

// A round that opened as the program died takes ballots when it is back, also
// in a workshop in which somebody was forgotten before.
func TestARoundThatOpenedInACrash(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.do(participant(schools[0]), &workshop.EraseParticipant{Participant: schools[0]})
	var opened workshop.Event
	h.look(func(s *workshop.State) {
		events, err := workshop.Decide(s, &workshop.OpenRound{}, workshop.Env{Actor: chair, Now: h.clock.now(), NewID: func(p string) string { return p + "_crash" }})
		h.must(err)
		opened = events[0]
	})
	h.crash(opened)
	h.do(participant(parents[0]), ballot(h.roundID(), h.texts[0].rec, 5, 5))
}

// A round that closed as the program died leaves no ballot box behind.
func TestARoundThatClosedInACrash(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round := h.openRound()
	h.castAll(round)
	h.crash(&workshop.RoundClosed{Round: round})
	h.noBoxes()
}

// A round whose reasons were sealed as the program died, before it had closed,
// leaves none of them behind: they come out of the box again. What staff wrote
// and replaced stays.
func TestARoundThatDiedBeforeItClosed(t *testing.T) {
	t.Parallel()
	h := newHallOnDisk(t)
	h.fill()
	h.do(participant(parents[0]), ask("Who pays?"))
	for _, answer := range []string{"The province.", "The province, from 2570."} {
		h.do(chair, &workshop.AnswerQuestion{Question: h.question(), Answer: workshop.Say(answer)})
	}
	round := h.openRound()
	h.castAll(round)
	const mark = "Marker-of-a-reason"
	reasoned := ballot(round, h.texts[0].rec, 8, 8)
	reasoned.Reason = mark
	h.do(participant(parents[0]), reasoned)
	before := h.stored()

	salt := bytes.Repeat([]byte{1}, 32)
	h.must(h.vault.PutPassages(t.Context(), h.id, vault.Passage{Ref: "t_crash", Text: mark, Salt: salt}))
	h.reopen()
	if n := h.stored(); n != before {
		t.Errorf("%d passages are in the vault, want the %d of before", n, before)
	}
	h.do(chair, &workshop.CloseRound{Round: round})
	var reason workshop.Words
	h.look(func(s *workshop.State) { reason = s.Round(round).Results[0].Reasons[0] })
	h.do(organiser, &workshop.RedactPassage{Ref: reason.Ref})
	h.nowhere("after the redaction", mark)
}

// A passage that is taken out is gone from everything but the fact.
func TestARedactedPassage(t *testing.T) {
	t.Parallel()
	h := newHallOnDisk(t)
	h.fill()
	const mark = "Marker-of-a-passage"
	h.do(participant(parents[0]), ask(mark+" and more?"))
	h.do(participant(parents[1]), ask("Another question?"))
	var ref string
	h.look(func(s *workshop.State) { ref = s.Questions[0].Text.Ref })
	h.refused("access.denied", chair, &workshop.RedactPassage{Ref: ref})
	h.do(organiser, &workshop.RedactPassage{Ref: ref})
	h.refused("passage.unknown", organiser, &workshop.RedactPassage{Ref: ref})
	h.nowhere("after the redaction", mark)
	mustHold(t, h.topic(access.InRoom, "questions"), "Another question?")
	h.reopen()
	h.nowhere("after a restart", mark)
	h.must(journal.Verify(journal.All(t.Context(), h.store, h.id, 0)))
}

// nowhere searches topics, record and the files of the vault.
func (h *hall) nowhere(when string, marks ...string) {
	h.t.Helper()
	mustNotHold(h.t, when, h.topics(), marks...)
	mustNotHold(h.t, when, map[string]string{"the record": h.record(), "the state": h.state()}, marks...)
	mustNotHold(h.t, when, files(h.t, h.dir), marks...)
}

// record is the workshop's record, which must be sound.
func (h *hall) record() string {
	h.t.Helper()
	state, err := h.room.Snapshot(h.t.Context())
	h.must(err)
	var b bytes.Buffer
	h.must(h.room.WriteRecord(h.t.Context(), &b, state))
	if _, err := record.Verify(bytes.NewReader(b.Bytes())); err != nil {
		h.t.Errorf("the record does not verify: %v", err)
	}
	return b.String()
}

// The record tells what the room heard, and of introduction cards nothing.
func TestTheRecord(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	h.day()
	h.do(chair, &workshop.CloseRound{Round: h.roundID()})
	record := h.record()
	mustHold(t, record, "Who pays for it?", "The province.", "A year is long.", "A list of schools", "Publish the list", "There are no interpreters.", "If there is a budget.", "We agree.")
	mustNotHold(t, "of a card", map[string]string{"the record": record}, "I have two children.")
}

// Free text comes in as words that can be erased, never as a plain field that
// goes into the journal for good.
func TestNoFreeTextSlipsIntoTheJournal(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	const mark = "Marker-of-a-person"
	parent := participant(parents[0])
	for _, cmd := range []workshop.Command{
		&workshop.Join{Participant: parents[0], RoleGroup: "parents", Lang: mark},
		&workshop.AskQuestion{Text: workshop.Say("A question?"), Lang: mark},
		&workshop.AskQuestion{Text: workshop.Say("A question?"), Session: mark},
		&workshop.ProposeAmendment{Segment: h.texts[0].segment, Lang: mark, Rev: 0, Text: workshop.Say("Text"), Reason: workshop.Say("Reason")},
		&workshop.GiveStance{Recommendation: h.texts[0].rec, Stance: workshop.StanceAsk, Until: mark},
		&workshop.PutAction{Action: mark, Row: workshop.ActionRow{Action: workshop.Say("Do it")}},
		&workshop.PutAction{Row: workshop.ActionRow{Action: workshop.Say("Do it"), Due: mark}},
	} {
		_, _ = h.try(parent, "", cmd)
		_, _ = h.try(participant(officers[0]), "", cmd)
	}
	for _, cmd := range []workshop.Command{
		&workshop.Join{Participant: mark, RoleGroup: "parents", Lang: "th", Desk: true},
		&workshop.Join{Participant: "p_walkin", RoleGroup: "parents", Lang: mark, Desk: true},
	} {
		_, _ = h.try(workshop.Actor{ID: "u_desk", Role: access.Desk}, "", cmd)
	}
	_, _ = h.try(chair, "", &workshop.Show{Mode: workshop.ScreenNow, Ref: mark})
	for e, err := range journal.All(t.Context(), h.store, h.id, 0) {
		h.must(err)
		if bytes.Contains(e.Data, []byte(mark)) {
			t.Errorf("event %d, %s, holds free text that cannot be erased: %s", e.Seq, e.Kind, e.Data)
		}
	}
}
