package room

import (
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

func (h *hall) rounds() (v view.Rounds) {
	h.t.Helper()
	h.must(json.Unmarshal([]byte(h.topic(access.InRoom, "rounds")), &v))
	return v
}

func (h *hall) turnout() (v view.Turnout) {
	h.t.Helper()
	h.must(json.Unmarshal([]byte(h.topic(access.InRoom, "turnout")), &v))
	return v
}

// While a round is open the room sees how many have rated, by role group only
// from three on.
func TestTurnoutIsCountedNeverNamed(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round := h.openRound()
	for i, p := range everybody() {
		h.do(participant(p), ballot(round, h.texts[0].rec, 5, 5))
		if i%2 == 0 {
			h.do(participant(p), ballot(round, h.texts[1].rec, 5, 5))
		}
	}
	h.waitForBallots(h.texts[0].rec, 9)
	h.waitForBallots(h.texts[1].rec, 5)
	open := h.turnout()
	if open.Round != round {
		t.Errorf("the turnout of round %q is shown, want %q", open.Round, round)
	}
	if open.Entitled != 9 || open.Rated != 5 {
		t.Errorf("%d of %d have rated everything, want 5 of 9", open.Rated, open.Entitled)
	}
	// With officers and parents shown, the two schools would follow from the total.
	if len(open.Waiting) != 1 || open.Waiting["officers"] != 2 {
		t.Errorf("waiting %v, want two officers, and no word of the two schools or what they follow from", open.Waiting)
	}
}

// A group that shrinks under three while the round is open is no longer shown.
func TestAGroupThatShrinksIsNotShown(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	h.openRound()
	h.do(participant(parents[0]), &workshop.EraseParticipant{Participant: parents[0]})
	open := h.turnout()
	if n, shown := open.Waiting["parents"]; shown {
		t.Errorf("two parents are left, and the room sees that %d of them wait", n)
	}
	if open.Entitled != 8 {
		t.Errorf("%d people can still rate, the room is told %d", 8, open.Entitled)
	}
}

// Nothing that the room sees names a person: no id, no name, no alias. The desk
// and its organiser see people, the projector only cards with consent.
func TestNoTopicNamesAPerson(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	h.fill()
	marks := everybody()
	for i, p := range everybody() {
		name, alias := fmt.Sprint("NameOf", i), fmt.Sprint("AliasOf", i)
		marks = append(marks, name, alias)
		h.must(h.room.PutProfile(t.Context(), p, vault.Profile{Name: name, Alias: alias}))
	}
	h.day()
	h.castAll(h.roundID())
	h.waitForBallots(h.texts[1].rec, 9)
	for _, class := range access.Classes() {
		for _, name := range access.Topics() {
			topic, ok := h.room.Topic(class, name)
			if !ok || name == "desk" {
				continue
			}
			walk(t, topic.Body, func(where, text string) {
				for _, mark := range marks {
					if text == mark {
						t.Errorf("%s for %s: %s is %q", name, class, where, mark)
					}
				}
			})
			mustNotHold(t, "inside a text", map[string]string{name + " for " + string(class): string(topic.Body)}, marks...)
		}
	}
	mustNotHold(t, "without consent", map[string]string{"the screen": h.topic(access.OnScreen, "screen")}, "I have two children.")
	h.must(h.room.PutProfile(t.Context(), parents[0], vault.Profile{Name: "NameOf4", Alias: "AliasOf4", Consents: map[string]bool{"screen": true}}))
	screen := h.topic(access.OnScreen, "screen")
	mustHold(t, screen, "I have two children.", "AliasOf4")
	mustNotHold(t, "beside an alias", map[string]string{"the screen": screen}, "NameOf4", parents[0])
}

// walk calls visit for every text in a JSON document, keys included.
func walk(t *testing.T, body []byte, visit func(where, text string)) {
	t.Helper()
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		t.Fatal(err)
	}
	var down func(where string, v any)
	down = func(where string, v any) {
		switch v := v.(type) {
		case string:
			visit(where, v)
		case []any:
			for i, item := range v {
				down(fmt.Sprintf("%s[%d]", where, i), item)
			}
		case map[string]any:
			for key, item := range v {
				visit(where+" (a key)", key)
				down(where+"."+key, item)
			}
		}
	}
	down("", value)
}

// Ballots that arrive as a round closes are counted when they were
// acknowledged, and refused otherwise: never lost, never counted unasked.
func TestBallotsWhileTheRoundCloses(t *testing.T) {
	t.Parallel()
	h := newHall(t)
	const people = 60
	for i := range people {
		p := fmt.Sprint("p_", i)
		h.do(participant(p), &workshop.Join{Participant: p, RoleGroup: "officers", Lang: "th"})
	}
	for attempt := range 3 {
		round := h.openRound()
		var counted atomic.Int64
		var all sync.WaitGroup
		for i := range people {
			all.Go(func() {
				if i == people/2 {
					h.do(chair, &workshop.CloseRound{Round: round})
				}
				_, err := h.try(participant(fmt.Sprint("p_", i)), "", ballot(round, h.texts[0].rec, 7, 7))
				var refusal *workshop.Refusal
				switch {
				case err == nil:
					counted.Add(1)
				case !errors.As(err, &refusal) || refusal.Code != "round.closed":
					t.Errorf("a late ballot: %v", err)
				}
			})
		}
		all.Wait()
		h.look(func(s *workshop.State) {
			result := s.Round(round).Results[0]
			if got := int64(result.Tally.Ballots); got != counted.Load() {
				t.Errorf("attempt %d: %d ballots were acknowledged, %d counted", attempt, counted.Load(), got)
			}
		})
	}
}

// A round that could not be closed goes on, with every ballot it had.
func TestARoundThatCannotBeClosed(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round := h.openRound()
	h.castAll(round)
	h.flaky.set(func(f *flaky) { f.before = 1 })
	if _, err := h.try(chair, "close", &workshop.CloseRound{Round: round}); !errors.Is(err, ErrUnavailable) {
		t.Fatalf("got %v, want ErrUnavailable", err)
	}
	h.do(participant(parents[0]), ballot(round, h.texts[0].rec, 1, 1)) // a change of mind
	h.waitForBallots(h.texts[0].rec, 9)
	_, err := h.try(chair, "close", &workshop.CloseRound{Round: round})
	h.must(err)
	h.look(func(s *workshop.State) {
		_, result := s.LastResult(h.texts[0].rec)
		c, _ := result.Tally.Criterion(rating.Feasible)
		if room := c.Room(); result.Tally.Ballots != 9 || room[7] != 8 || room[0] != 1 {
			t.Errorf("%d ballots, %v", result.Tally.Ballots, room)
		}
	})
}

// A restart in the middle of a round loses no ballot and lets people change
// theirs; their own page shows them what they rated.
func TestARoundAcrossARestart(t *testing.T) {
	t.Parallel()
	h := newFullHall(t)
	round := h.openRound()
	h.castAll(round)
	h.reopen()
	if open := h.turnout(); open.Rated != 9 {
		t.Fatalf("after a restart %+v, want 9 who have rated", open)
	}
	h.do(participant(parents[0]), ballot(round, h.texts[0].rec, 1, 2))
	me, err := h.room.Me(t.Context(), participant(parents[0]), "th")
	h.must(err)
	if got := me.Ballots[round][h.texts[0].rec]; got.Ratings["feasible"] != 1 || got.Ratings["acceptable"] != 2 || len(got.Codes) != 2 {
		t.Errorf("my own ballot is %v", got)
	}
	h.do(chair, &workshop.CloseRound{Round: round})
	if results := h.rounds().Results; len(results) != 2 || results[0].Ratings != 9 {
		t.Errorf("%+v", results)
	}
}

// Rule 5: once a round is closed, who holds the whole data folder cannot tell
// who rated what: no ballot, no pseudonym, no key of the box is in any file.
func TestBallotsAreUnlinkableAfterClosing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store, err := journalsqlite.Open(t.Context(), filepath.Join(dir, "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	h := newHallOn(t, store)
	h.fill()
	round := h.openRound()
	h.castAll(round)
	h.closeWithoutTrace(&workshop.CloseRound{Round: round}, 9*2)
	// What the journal has of the round is a tally; people are in it only as
	// those who may rate, and no ballot has an event or a time.
	ratings := 0
	for e, err := range journal.All(t.Context(), store, h.id, 0) {
		h.must(err)
		if e.Kind == "ballot.cast" || e.Kind == "round.closed" && containsAny(string(e.Data), everybody()) {
			t.Errorf("event %d, %s, tells of people: %s", e.Seq, e.Kind, e.Data)
		}
		if e.Kind == "round.closed" {
			ratings++
		}
	}
	if ratings != 1 {
		t.Errorf("%d closings in the journal", ratings)
	}
}

func containsAny(text string, marks []string) bool {
	return slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(text, mark) })
}

// column gives every value of a query on the vault's file, from outside.
func column(t *testing.T, dir, query string) (values []string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var value []byte
		if err := rows.Scan(&value); err != nil {
			t.Fatal(err)
		}
		values = append(values, string(value))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return values
}

// A program that is shut down lets ballots on their way arrive.
func TestShuttingDownWaitsForBallots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newFullHall(t)
		round := h.openRound()
		var counted atomic.Int64
		var all sync.WaitGroup
		for _, p := range everybody() {
			all.Go(func() {
				if _, err := h.try(participant(p), "", ballot(round, h.texts[0].rec, 6, 6)); err == nil {
					counted.Add(1)
				}
			})
		}
		h.room.Close()
		all.Wait()
		h.come()
		if got := h.turnout().ByRecommendation[h.texts[0].rec]; int64(got) < counted.Load() {
			t.Errorf("%d ballots were acknowledged, %d are there after a restart", counted.Load(), got)
		}
		h.close()
	})
}

// closeWithoutTrace closes a box with that many ballots in it. Of each there
// are two traces before, and two of the box itself; afterwards no file of the
// data folder holds one of them, while the room runs and when it is shut down.
func (h *hall) closeWithoutTrace(closing workshop.Command, ballots int) {
	h.t.Helper()
	voters, sealed := slips(h.t, h.dir)
	marks := slices.Concat(voters, sealed, column(h.t, h.dir, `SELECT id FROM box UNION ALL SELECT key FROM box`))
	if len(marks) != ballots*2+2 {
		h.t.Fatalf("%d traces to look for, want two for each of %d ballots and two of the box", len(marks), ballots)
	}
	for _, m := range marks {
		marks = append(marks, hex.EncodeToString([]byte(m)))
	}
	h.do(chair, closing)
	mustNotHold(h.t, "after closing", files(h.t, h.dir), marks...)
	h.noBoxes()
	h.close()
	mustNotHold(h.t, "when shut down", files(h.t, h.dir), marks...)
}

// noBoxes fails when there is a ballot box, or a ballot.
func (h *hall) noBoxes() {
	h.t.Helper()
	if left := column(h.t, h.dir, `SELECT ballots FROM tray UNION ALL SELECT id FROM box`); len(left) != 0 {
		h.t.Errorf("%d trays and boxes are left", len(left))
	}
}

// slips gives the pseudonyms and the sealed ballots of all boxes, from outside:
// a tray holds, for each, 16 bytes of pseudonym, four of length and the ballot.
func slips(t *testing.T, dir string) (voters, sealed []string) {
	t.Helper()
	for _, tray := range column(t, dir, `SELECT ballots FROM tray`) {
		for len(tray) > 0 {
			end := 20 + binary.BigEndian.Uint32([]byte(tray[16:20]))
			voters, sealed, tray = append(voters, tray[:16]), append(sealed, tray[20:end]), tray[end:]
		}
	}
	return voters, sealed
}

// ballotsLeft counts the ballots of all boxes.
func ballotsLeft(t *testing.T, dir string) int {
	t.Helper()
	voters, _ := slips(t, dir)
	return len(voters)
}
