package room

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// crowd are 20 people besides the nine of the hall: two camps that vote alike.
func crowd() (people []string) {
	for i := range 20 {
		people = append(people, fmt.Sprintf("p_crowd%02d", i))
	}
	return people
}

// newPoll is a hall with everybody and the crowd in it, eight seeds and an open
// collecting.
func newPoll(t *testing.T) (h *hall, id string, statements []string) {
	t.Helper()
	return pollIn(newFullHall(t))
}

func pollIn(h *hall) (*hall, string, []string) {
	h.t.Helper()
	for i, p := range crowd() {
		h.do(participant(p), &workshop.Join{Participant: p, RoleGroup: []string{"officers", "parents", "schools"}[i%3], Lang: "th"})
	}
	for i := range 8 {
		h.do(organiser, &workshop.SeedStatement{Text: workshop.Text{"en": fmt.Sprint("Seed ", i), "th": fmt.Sprint("ข้อ ", i)}})
	}
	h.do(chair, &workshop.OpenOpinion{})
	var id string
	var statements []string
	h.look(func(s *workshop.State) {
		id = s.OpenOpinion().ID
		for _, st := range s.Statements {
			statements = append(statements, st.ID)
		}
	})
	return h, id, statements
}

func voteOn(id, statement string, vote int) *workshop.VoteStatement {
	return &workshop.VoteStatement{Opinion: id, Statement: statement, Vote: &vote}
}

// voteAll has the crowd vote in two camps: apart on odd statements, together on
// even ones.
func (h *hall) voteAll(id string, statements []string) {
	h.t.Helper()
	for i, p := range crowd() {
		for j, st := range statements {
			vote := 1
			if j%2 == 1 && i%2 == 1 {
				vote = -1
			}
			h.do(participant(p), voteOn(id, st, vote))
		}
	}
}

func (h *hall) opinion() (v view.Opinion) {
	h.t.Helper()
	h.must(json.Unmarshal([]byte(h.topic(access.OnScreen, "opinion")), &v))
	return v
}

func (h *hall) own(person string) view.OwnOpinion {
	h.t.Helper()
	own, err := h.room.OwnOpinion(h.t.Context(), participant(person), true)
	h.must(err)
	return own
}

// The picture follows the votes; it never has numbers of votes in it before the
// collecting closes.
func TestTheMapFollowsTheVotes(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	h.voteAll(id, statements)
	for _, p := range crowd()[:3] { // the map may have been drawn before the last two voted
		h.do(participant(p), voteOn(id, statements[0], 0))
		h.do(participant(p), voteOn(id, statements[0], 1))
	}
	h.wait("a map of all", func() bool {
		v := h.opinion()
		return v.Votes == 160 && v.Map != nil && v.Map.People == 20 && v.Map.Ungrouped == 0 && v.Map.Steady != "unknown"
	})
	v := h.opinion()
	if !v.Open || v.People != 20 || v.Votes != 160 || v.Statements != 8 || len(v.Map.Groups) != 2 || v.Map.Groups[0].Size != 10 || v.Map.Apart != "clear" {
		t.Errorf("%+v %+v", v, v.Map)
	}
	mustNotHold(t, "while it is open", map[string]string{"the topic": h.topic(access.InRoom, "opinion")}, `"agree":`)
	h.do(chair, &workshop.CloseOpinion{Opinion: id})
	v = h.opinion()
	if v.Open || len(v.Map.Divides) != 4 || len(v.Map.Unites) != 4 || len(v.Map.Divides[0].Votes) != 2 || len(v.Map.Bridges) == 0 {
		t.Errorf("after closing %+v %+v", v, v.Map)
	}
}

// No map for 14 people, and none that differs from the last by fewer than three.
func TestNoMapOfAFew(t *testing.T) {
	t.Parallel()
	p := &poll{moved: map[string]bool{}, id: "op"}
	vote := func(from, to int) {
		for i := from; i < to; i++ {
			for s := range 8 {
				p.kept("op", opinionVote{fmt.Sprint("p", i), fmt.Sprint("s", s), int8(1 - 2*(i%2*(s%2)))})
			}
		}
	}
	none := func(string) string { return "" }
	if vote(0, 14); second(p.due()) {
		t.Error("a map of 14 people")
	}
	if vote(14, 15); !second(p.due()) {
		t.Fatal("no map of 15 people")
	}
	p.draw(nil, none)
	vote(15, 17)
	for range 2 * drawEvery {
		if second(p.due()) {
			t.Fatal("a map that tells what two people voted")
		}
	}
	vote(17, 18)
	if !second(p.due()) {
		t.Error("no map although three people voted")
	}
	p.draw(nil, none)
	late, gone := p.drawn, p.gone
	p.forget("p17")
	p.hang("op", gone, late) // it was being drawn as they left
	if _, votes, drawn := p.counts(); votes != 17*8 || drawn != nil {
		t.Error("the map of somebody who was erased is still there")
	}
}

func second(_, b bool) bool { return b }

// What a phone is given is its owner's alone.
func TestOwnOpinion(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	h.voteAll(id, statements[:7])
	h.do(participant(parents[0]), voteOn(id, statements[0], -1))
	h.do(participant(parents[0]), voteOn(id, statements[0], 0)) // a change of mind
	own := h.own(parents[0])
	if own.ID != id || own.Voted != 1 || own.Of != 8 || len(own.Next) != 7 || len(own.Votes) != 1 || own.Votes[0].Vote != 0 || own.Placed {
		t.Errorf("%+v", own)
	}
	if again := h.own(parents[0]); !slices.EqualFunc(own.Next, again.Next, func(a, b view.OwnVote) bool { return a.Statement == b.Statement }) {
		t.Error("the next statements change by themselves")
	}
	h.wait("a map", func() bool { return h.opinion().Map != nil })
	person := crowd()[0]
	own = h.own(person)
	if !own.Placed || own.Group == "none" || own.Voted != 7 || len(own.Next) != 1 || own.Next[0].Text["th"] != "ข้อ 7" {
		t.Errorf("%+v", own)
	}
	outcome, place, err := h.room.OpinionOutcome(t.Context(), person)
	h.must(err)
	if outcome == nil || place == nil {
		t.Error("no own place in the picture")
	}
	h.do(chair, &workshop.CloseOpinion{Opinion: id})
	if _, place, _ := h.room.OpinionOutcome(t.Context(), person); place != nil {
		t.Error("one's own place is known after closing")
	}
	if own = h.own(person); own.ID != "" || own.Placed || len(own.Votes) > 0 {
		t.Errorf("after closing %+v", own)
	}
	staff, err := h.room.OwnOpinion(t.Context(), chair, true)
	h.must(err)
	if len(staff.Next) > 0 {
		t.Error("staff are asked for their opinion")
	}
}

// A proposal is the moderators' until they have looked at it; then everybody
// sees what became of it. A translation goes with its author.
func TestProposedStatements(t *testing.T) {
	t.Parallel()
	h := newHallOnDisk(t)
	h.fill()
	_, id, _ := pollIn(h)
	author := participant(parents[0])
	for _, text := range []string{"Marker one should be free.", "Marker two is bad.", "Marker three waits."} {
		h.do(author, &workshop.ProposeStatement{Text: workshop.Say(text), Lang: "en"})
	}
	proposed := h.own(parents[0]).Proposed
	if len(proposed) != 3 || proposed[0].Status != "waiting" {
		t.Fatalf("%+v", proposed)
	}
	room := map[string]string{"the room": h.topic(access.InRoom, "statements"), "the screen": h.topic(access.OnScreen, "opinion"), "the record": h.record()}
	mustNotHold(t, "before anybody looked", room, "Marker")
	mustHold(t, h.topic(access.Leading, "statements"), "Marker one", "Marker three")
	one, two := proposed[0].Statement, proposed[1].Statement
	h.do(chair, &workshop.ModerateStatement{Statement: one, As: workshop.StatementAccepted})
	h.do(chair, &workshop.ModerateStatement{Statement: two, As: workshop.StatementTurnedAway, Reason: workshop.Say("Reason: about a person.")})
	h.do(rapporteur, &workshop.TranslateStatement{Statement: one, Lang: "th", Text: workshop.Say("Marker ข้อหนึ่ง")})
	mustHold(t, h.topic(access.InRoom, "statements"), "Marker one", "Marker ข้อหนึ่ง", "Marker two", "Reason: about a person.")
	mustNotHold(t, "while it waits", map[string]string{"the room": h.topic(access.InRoom, "statements"), "the record": h.record()}, "Marker three")
	for _, p := range crowd()[:5] {
		h.do(participant(p), voteOn(id, one, 1))
	}
	h.do(author, &workshop.EraseParticipant{Participant: author.ID})
	h.nowhere("after erasure", "Marker")
	mustHold(t, h.topic(access.InRoom, "statements"), "Reason: about a person.")
	h.refused("statement.gone", participant(crowd()[6]), voteOn(id, one, 1))
	h.reopen()
	h.nowhere("after a restart", "Marker")
}

// An author's words that are taken out take their translations with them.
func TestARedactedStatement(t *testing.T) {
	t.Parallel()
	h := newHallOnDisk(t)
	h.fill()
	pollIn(h)
	h.do(participant(parents[0]), &workshop.ProposeStatement{Text: workshop.Say("Marker of a neighbour."), Lang: "en"})
	one := h.own(parents[0]).Proposed[0].Statement
	h.do(chair, &workshop.ModerateStatement{Statement: one, As: workshop.StatementAccepted})
	h.do(rapporteur, &workshop.TranslateStatement{Statement: one, Lang: "th", Text: workshop.Say("Marker ของเพื่อนบ้าน")})
	mustHold(t, h.record(), "Marker of a neighbour.", "Marker ของเพื่อนบ้าน")
	var ref string
	h.look(func(s *workshop.State) { ref = s.Statement(one).Said[0].Text.Ref })
	h.do(organiser, &workshop.RedactPassage{Ref: ref})
	if n := h.stored(); n != 0 {
		t.Errorf("%d passages are in the vault", n)
	}
	h.nowhere("after the redaction", "Marker")
	h.reopen()
	h.nowhere("after a restart", "Marker")
}

// An erased person's votes are gone from the vault and from the outcome, also
// when the program died before it got to it.
func TestForgettingVotes(t *testing.T) {
	t.Parallel()
	for _, crash := range []bool{false, true} {
		h, id, statements := newPoll(t)
		h.voteAll(id, statements)
		gone := crowd()[0]
		if crash {
			h.crash(&workshop.ParticipantErased{Participant: gone})
		} else {
			h.do(participant(gone), &workshop.EraseParticipant{Participant: gone})
		}
		if left := ballotsLeft(t, h.dir); left != 19*8 {
			t.Errorf("crash %v: %d votes are in the vault, want %d", crash, left, 19*8)
		}
		h.refused("access.denied", participant(gone), voteOn(id, statements[0], 1))
		h.do(chair, &workshop.CloseOpinion{Opinion: id})
		if v := h.opinion(); v.People != 19 || v.Votes != 19*8 {
			t.Errorf("crash %v: %d people and %d votes in the outcome", crash, v.People, v.Votes)
		}
	}
}

// A restart in the middle loses no vote.
func TestAPollAcrossARestart(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	h.voteAll(id, statements)
	h.reopen()
	if v := h.opinion(); !v.Open || v.People != 20 || v.Votes != 160 {
		t.Errorf("after a restart %+v", v)
	}
	h.wait("a map again", func() bool { return h.opinion().Map != nil })
	if own := h.own(crowd()[1]); own.Voted != 8 || own.Votes[1].Vote != -1 {
		t.Errorf("one's own votes %+v", own.Votes)
	}
	h.do(participant(crowd()[1]), voteOn(id, statements[0], -1))
	h.reopen()
	if v := h.opinion(); v.Votes != 160 {
		t.Errorf("a change of mind counts as one vote: %+v", v)
	}
}

// A collecting that opened or closed as the program died: the box is there, or
// gone, when the room is back.
func TestAPollInACrash(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	h.voteAll(id, statements)
	h.crash(&workshop.OpinionClosed{Opinion: id})
	h.noBoxes()
	h.crash(&workshop.OpinionOpened{ID: "op_crash"})
	h.do(participant(parents[0]), voteOn("op_crash", statements[0], 1))
}

// Votes that arrive as it closes are counted when they were acknowledged, and
// refused otherwise.
func TestVotesWhileThePollCloses(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	var counted atomic.Int64
	var all sync.WaitGroup
	for i, p := range crowd() {
		all.Go(func() {
			for j, st := range statements {
				if i == 10 && j == 4 {
					h.do(chair, &workshop.CloseOpinion{Opinion: id})
				}
				if _, err := h.try(participant(p), "", voteOn(id, st, 1)); err == nil {
					counted.Add(1)
				}
			}
		})
	}
	all.Wait()
	if v := h.opinion(); int64(v.Votes) != counted.Load() {
		t.Errorf("%d votes were acknowledged, %d counted", counted.Load(), v.Votes)
	}
}

// Rule 5 for opinions: once it is closed, who holds the whole data folder
// cannot tell who voted what.
func TestVotesAreUnlinkableAfterClosing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store, err := journalsqlite.Open(t.Context(), filepath.Join(dir, "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	h := newHallOn(t, store)
	h.fill()
	_, id, statements := pollIn(h)
	h.voteAll(id, statements)
	h.closeWithoutTrace(&workshop.CloseOpinion{Opinion: id}, 20*8)
	for e, err := range journal.All(t.Context(), store, h.id, 0) {
		h.must(err)
		if e.Kind == "statement.vote" || strings.HasPrefix(e.Kind, "opinion.") && containsAny(string(e.Data), append(crowd(), everybody()...)) {
			t.Errorf("event %d, %s, tells of people: %s", e.Seq, e.Kind, e.Data)
		}
	}
}

// A box that cannot be read is an error, not an empty collecting.
func TestADamagedPoll(t *testing.T) {
	t.Parallel()
	h, id, statements := newPoll(t)
	h.voteAll(id, statements)
	h.close()
	damage(t, h.dir, `UPDATE tray SET ballots = x'00'`)
	h.openHouse()
	if _, err := h.house.Room(t.Context(), h.id); !vault.Damaged(err) {
		t.Errorf("got %v", err)
	}
}

func damage(t *testing.T, dir, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), query); err != nil {
		t.Fatal(err)
	}
}
