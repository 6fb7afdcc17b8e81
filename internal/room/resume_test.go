package room

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sala.example/internal/journal"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// day plays something of everything, and gives the round that is open at its end.
func (h *hall) day() (round string) {
	h.t.Helper()
	h.fill()
	officer, parent, school := participant(officers[0]), participant(parents[0]), participant(schools[0])
	var session, group string
	h.look(func(s *workshop.State) { session, group = s.Programme[1].ID, s.Groups[0].ID })
	h.do(chair, &workshop.StartSession{Session: session})
	h.do(parent, &workshop.Introduce{Line: workshop.Say("I have two children.")})
	h.do(parent, ask("Who pays for it?"))
	h.do(school, &workshop.SupportQuestion{Question: h.question()})
	h.do(chair, &workshop.AnswerQuestion{Question: h.question(), Answer: workshop.Say("The province.")})
	h.do(parent, &workshop.ProposeAmendment{Segment: h.texts[0].segment, Lang: "en", Rev: 1, Text: workshop.Say("Admit every child to school at once."), Reason: workshop.Say("A year is long.")})
	h.do(school, &workshop.ProposeAmendment{Segment: h.texts[1].segment, Lang: "en", Rev: 1, Text: workshop.Say("Provide nothing."), Reason: workshop.Say("It costs.")})
	h.do(chair, &workshop.AcceptAmendment{Amendment: h.amendment(0)})
	h.do(chair, &workshop.RejectAmendment{Amendment: h.amendment(1), Answer: workshop.Say("It is needed.")})
	h.do(rapporteur, &workshop.EditWording{Segment: h.texts[0].segment, Lang: "th", Rev: 1, Text: "รับเด็กทุกคนเข้าเรียนทันที"})
	h.do(parent, &workshop.JoinGroup{Group: group})
	h.do(parent, &workshop.AddCard{Group: group, Domain: "d1", Text: workshop.Say("A list of schools")})
	h.do(parent, &workshop.PutAction{Group: group, Recommendation: h.texts[0].rec, Row: workshop.ActionRow{
		Action: workshop.Say("Publish the list"), Lead: workshop.Say("Education office"), FirstStep: workshop.Say("Collect it"), FirstStepBy: "2014-10-01", Due: "2014-12-01",
	}})
	h.do(school, &workshop.RaiseObjection{Recommendation: h.texts[1].rec, Reason: workshop.Say("There are no interpreters.")})
	h.do(chair, &workshop.SettleObjection{Objection: h.objection(), As: workshop.ObjectionDissent})
	h.do(officer, &workshop.GiveStance{Recommendation: h.texts[0].rec, Stance: workshop.StanceReserve, Text: workshop.Say("If there is a budget.")})
	h.castAll(h.openRound())
	h.do(chair, &workshop.CloseRound{Round: h.roundID()})
	h.do(chair, &workshop.RecordDecision{Recommendation: h.texts[0].rec, Outcome: workshop.Agreed, Sentence: workshop.Say("We agree.")})
	h.do(chair, &workshop.RecordDecision{Recommendation: h.texts[1].rec, Outcome: workshop.Revise})
	h.do(chair, &workshop.Show{Mode: workshop.ScreenResult, Ref: h.texts[0].rec})
	return h.openRound()
}

// castAll has everybody rate everything in the open round.
func (h *hall) castAll(round string) {
	h.t.Helper()
	var recs []string
	h.look(func(s *workshop.State) { recs = s.Round(round).Recommendations })
	for _, rec := range recs {
		for _, p := range everybody() {
			h.do(participant(p), ballot(round, rec, 8, 8))
		}
	}
}

func (h *hall) question() (id string) {
	h.look(func(s *workshop.State) { id = s.Questions[0].ID })
	return id
}

func (h *hall) amendment(i int) (id string) {
	h.look(func(s *workshop.State) { id = s.Amendments[i].ID })
	return id
}

func (h *hall) objection() (id string) {
	h.look(func(s *workshop.State) { id = s.Objections[0].ID })
	return id
}

// Rule 2: the state after a restart is the state before it, byte by byte,
// whether it comes from the snapshot or from the events alone.
func TestTheStateComesBack(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	round := h.day()
	h.do(participant(parents[0]), ballot(round, h.texts[1].rec, 3, 4))
	h.waitForBallots(h.texts[1].rec, 1)
	state, topics := h.state(), h.topics()
	h.reopen() // Close has saved a snapshot
	h.compare("from the snapshot", state, topics)
	h.do(chair, &workshop.Show{Mode: workshop.ScreenIntro})
	state, topics = h.state(), h.topics()
	snapshot, _, err := h.store.Snapshot(t.Context(), h.id)
	h.must(err)
	if snapshot != h.head()-1 {
		t.Fatalf("the snapshot is of event %d, the head %d", snapshot, h.head())
	}
	h.store = withoutSnapshot{h.store}
	h.reopen()
	h.compare("from the events", state, topics)
	h.must(journal.Verify(journal.All(t.Context(), h.store, h.id, 0)))
}

// compare holds state and topics against what they were. The topic "screen"
// and the like follow from vault and journal, so they come back too.
func (h *hall) compare(how, state string, topics map[string]string) {
	h.t.Helper()
	if got := h.state(); got != state {
		h.t.Errorf("%s: the state is another one: %s", how, difference(state, got))
	}
	for name, body := range h.topics() {
		if body != topics[name] {
			h.t.Errorf("%s: the topic %s is another one: %s", how, name, difference(topics[name], body))
		}
	}
}

// difference shows where two texts part.
func difference(was, is string) string {
	i := 0
	for i < min(len(was), len(is)) && was[i] == is[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return "was …" + around(was) + "…, is …" + around(is) + "…"
}

// withoutSnapshot has lost its snapshots, as a store may.
type withoutSnapshot struct{ journal.Journal }

func (w withoutSnapshot) Snapshot(context.Context, string) (uint64, []byte, error) {
	return 0, nil, nil
}

// A snapshot that is of no use is done without. The log says so once, and nothing
// of anybody's; a sound one is there at once.
func TestASnapshotThatIsNoUse(t *testing.T) {
	t.Parallel()
	for name, bad := range map[string]badSnapshot{
		"not JSON": {data: "{"}, "another thing": {data: `{"seq":"x"}`}, "half": {data: `{"seq":3,"id":7}`}, "an older form": {data: `{"seq":3,"participants":{}}`},
		"damaged": {err: fmt.Errorf("read it: %w", journal.ErrSnapshot)},
	} {
		t.Run(name, func(t *testing.T) {
			h := newFullHall(t)
			h.do(participant(parents[0]), ask("Who pays for it?"))
			state, sound := h.state(), h.store
			bad.Journal, bad.seq = sound, h.head()
			h.close()
			h.must(sound.SaveSnapshot(t.Context(), h.id, h.head(), []byte(bad.data)))
			h.store = bad
			h.openHouse()
			h.come()
			if got := h.state(); got != state {
				t.Errorf("the state is another one: %s", difference(state, got))
			}
			if log := h.log.String(); strings.Count(log, "of no use") != 1 || !strings.Contains(log, "level=WARN") || !strings.Contains(log, h.id) || strings.Contains(log, "Who pays") {
				t.Errorf("the log says %q", log)
			}
			seq, data, err := sound.Snapshot(t.Context(), h.id)
			if restored, wrong := workshop.Restore(data); err != nil || wrong != nil || seq != h.head() || restored.Seq != seq {
				t.Errorf("the snapshot kept is of event %d, %v, %v", seq, err, wrong)
			}
			h.store = sound
			h.reopen()
			if log := h.log.String(); strings.Count(log, "of no use") != 1 {
				t.Errorf("with a sound one the log says %q", log)
			}
		})
	}
}

type badSnapshot struct {
	journal.Journal
	seq  uint64
	data string
	err  error
}

func (b badSnapshot) Snapshot(context.Context, string) (uint64, []byte, error) {
	if b.err != nil {
		return 0, nil, b.err
	}
	return b.seq, []byte(b.data), nil
}

// Snapshots are taken while the workshop runs too.
func TestSnapshotsWhileRunning(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	mode := []string{workshop.ScreenNow, workshop.ScreenQuestions}
	for i := range snapshotEvery + 10 {
		h.do(chair, &workshop.Show{Mode: mode[(i+1)%2]})
	}
	seq, _, err := h.store.Snapshot(t.Context(), h.id)
	h.must(err)
	if seq == 0 || h.head()-seq >= snapshotEvery {
		t.Errorf("the newest snapshot is of event %d, the head is %d", seq, h.head())
	}
}

// An event that this program does not know stops the workshop, never skips.
func TestAnUnknownEventStopsTheWorkshop(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.close()
	_, err := h.store.Append(t.Context(), h.id, h.head(), journal.Batch{Drafts: []journal.Draft{{At: h.clock.now(), Kind: "moon.landed"}}})
	h.must(err)
	h.openHouse()
	if _, err := h.house.Room(t.Context(), h.id); err == nil {
		t.Error("the workshop opened over an event that nobody knows")
	}
}

// The vault and the journal belong together.
func TestAJournalWithoutItsVault(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.close()
	other, err := vault.Open(t.Context(), t.TempDir(), seeded(3))
	h.must(err)
	defer other.Close()
	if _, err := OpenHouse(t.Context(), Deps{Journal: h.store, Vault: other}); err == nil {
		t.Error("a house opened with another's vault")
	}
}
