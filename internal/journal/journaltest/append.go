package journaltest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/journal"
)

func testEmpty(t *testing.T, j journal.Journal) {
	checkSound(t, j, "w", 0)
	checkSeen(t, j, "w", "k", 0, false)
	if names, err := j.Workshops(t.Context()); err != nil || len(names) != 0 {
		t.Errorf("Workshops() = %v, %v; want none", names, err)
	}
	if events := appendAll(t, j, "w", 0); len(events) != 0 {
		t.Errorf("an empty append gave %d events", len(events))
	}
	checkSound(t, j, "w", 0)
}

func testGapless(t *testing.T, j journal.Journal) {
	var want []journal.Event
	for range 5 {
		want = append(want, appendAll(t, j, "w", uint64(len(want)), batch("", 1), batch("", 3))...)
	}
	for i, event := range want {
		if event.Seq != uint64(i+1) || event.Workshop != "w" {
			t.Errorf("event %d has number %d in workshop %s", i+1, event.Seq, event.Workshop)
		}
	}
	if first := want[0]; first.Prev != (journal.Hash{}) || !first.At.Equal(at.Truncate(time.Millisecond)) || first.At.Location() != time.UTC {
		t.Errorf("first event: prev %s, at %v", first.Prev, first.At)
	}
	if diff := cmp.Diff(want, readAll(t, j, "w")); diff != "" {
		t.Errorf("read differs from what Append returned:\n%s", diff)
	}
	checkSound(t, j, "w", 20)
}

func testPages(t *testing.T, j journal.Journal) {
	all := appendAll(t, j, "w", 0, batch("", 10))
	twice := journal.All(t.Context(), j, "w", 4)
	for range 2 {
		n := 0
		for range twice {
			n++
		}
		if n != 6 {
			t.Errorf("All behind event 4 of 10 gave %d events", n)
		}
	}
	appendAll(t, j, "another", 0, batch("", 4))
	for _, test := range []struct {
		after uint64
		limit int
		want  []journal.Event
	}{
		{0, 3, all[:3]}, {3, 3, all[3:6]}, {8, 5, all[8:]}, {0, 0, all}, {9, 0, all[9:]}, {10, 5, nil}, {99, 5, nil},
	} {
		got, err := j.Read(t.Context(), "w", test.after, test.limit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" && len(got)+len(test.want) > 0 {
			t.Errorf("Read behind %d, limit %d:\n%s", test.after, test.limit, diff)
		}
	}
}

func testData(t *testing.T, j journal.Journal) {
	for i, test := range []struct{ data, want string }{
		{"", `null`},
		{` { "a" : [ 1 , 2 ] } `, `{"a":[1,2]}`},
		{`{"html":"<b>&\u2028</b>","e":1.50e2}`, `{"html":"<b>&\u2028</b>","e":1.50e2}`},
		{`"ศาลา ๑๒"`, `"ศาลา ๑๒"`},
		{`"\u0000"`, `"\u0000"`},
	} {
		draft := journal.Draft{At: at, Kind: "Kind\x00with'\"odd ก", Data: json.RawMessage(test.data)}
		appendAll(t, j, "w", uint64(i), journal.Batch{Drafts: []journal.Draft{draft}})
		event := readAll(t, j, "w")[i]
		if string(event.Data) != test.want || event.Kind != draft.Kind || event.Role != "" {
			t.Errorf("data %q came back as %q, kind %q", test.data, event.Data, event.Kind)
		}
	}
	checkSound(t, j, "w", 5)
}

func testBadDrafts(t *testing.T, j journal.Journal) {
	good := journal.Draft{At: at, Role: "chair", Kind: "Tested"}
	for name, spoil := range map[string]func(*journal.Draft){
		"no kind":               func(d *journal.Draft) { d.Kind = "" },
		"kind is not UTF-8":     func(d *journal.Draft) { d.Kind = "\xff" },
		"role is not UTF-8":     func(d *journal.Draft) { d.Role = "\xff" },
		"data is not JSON":      func(d *journal.Draft) { d.Data = json.RawMessage(`{"a":`) },
		"data is two values":    func(d *journal.Draft) { d.Data = json.RawMessage(`1 2`) },
		"data is not UTF-8":     func(d *journal.Draft) { d.Data = json.RawMessage("\"\xff\"") },
		"data is too long":      func(d *journal.Draft) { d.Data = make(json.RawMessage, journal.MaxData+1) },
		"year out of range":     func(d *journal.Draft) { d.At = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"year before the first": func(d *journal.Draft) { d.At = time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC) },
	} {
		bad := good
		spoil(&bad)
		if _, err := j.Append(t.Context(), "w", 0, journal.Batch{Key: "k", Drafts: []journal.Draft{good, bad}}); err == nil {
			t.Errorf("%s: was appended", name)
		}
	}
	for _, name := range []string{"", "\xff"} {
		if _, err := j.Append(t.Context(), name, 0, batch("", 1)); err == nil {
			t.Errorf("workshop name %q: was appended", name)
		}
	}
	checkSeen(t, j, "w", "k", 0, false)
	checkSound(t, j, "w", 0)
}

func testConflict(t *testing.T, j journal.Journal) {
	appendAll(t, j, "w", 0, batch("a", 2))
	for _, after := range []uint64{0, 1, 3} {
		if _, err := j.Append(t.Context(), "w", after, batch("b", 1)); !errors.Is(err, journal.ErrConflict) {
			t.Errorf("append behind %d of 2: %v, want ErrConflict", after, err)
		}
	}
	checkSeen(t, j, "w", "b", 0, false)
	checkSound(t, j, "w", 2)
}

func testDuplicate(t *testing.T, j journal.Journal) {
	appendAll(t, j, "w", 0, batch("a", 2), batch("b", 1))
	if _, err := j.Append(t.Context(), "w", 3, batch("a", 1)); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("used key: %v, want ErrDuplicate", err)
	}
	if _, err := j.Append(t.Context(), "w", 3, batch("c", 1), batch("c", 1)); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("the same key twice in one append: %v, want ErrDuplicate", err)
	}
	appendAll(t, j, "w", 3, batch("", 1), batch("", 1))
	appendAll(t, j, "another", 0, batch("a", 1))
	checkSeen(t, j, "w", "a", 2, true)
	checkSeen(t, j, "w", "b", 3, true)
	checkSeen(t, j, "w", "c", 0, false)
	checkSeen(t, j, "w", "", 0, false)
	checkSeen(t, j, "another", "a", 1, true)
	checkSound(t, j, "w", 5)
}

func testAllOrNothing(t *testing.T, j journal.Journal) {
	appendAll(t, j, "w", 0, batch("a", 1))
	if _, err := j.Append(t.Context(), "w", 1, batch("b", 2), batch("c", 2), batch("a", 2)); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("got %v, want ErrDuplicate", err)
	}
	checkSeen(t, j, "w", "b", 0, false)
	checkSound(t, j, "w", 1)
	appendAll(t, j, "w", 1, batch("b", 2), batch("c", 2))
	checkSound(t, j, "w", 5)
}

func testNoEvents(t *testing.T, j journal.Journal) {
	appendAll(t, j, "w", 0, batch("a", 2), batch("b", 0))
	checkSeen(t, j, "w", "b", 2, true)
	if _, err := j.Append(t.Context(), "w", 2, batch("b", 1)); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("got %v, want ErrDuplicate", err)
	}
	checkSound(t, j, "w", 2)
}

func testCancelled(t *testing.T, j journal.Journal) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := j.Append(ctx, "w", 0, batch("a", 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	checkSound(t, j, "w", 0)
}

func testManyWorkshops(t *testing.T, j journal.Journal) {
	const workshops, commands = 8, 25
	var wg sync.WaitGroup
	for w := range workshops {
		wg.Go(func() {
			for i := range uint64(commands) {
				if _, err := j.Append(t.Context(), workshopName(w), 2*i, batch(fmt.Sprint(i), 2)); err != nil {
					t.Errorf("%s: %v", workshopName(w), err)
				}
			}
		})
	}
	wg.Wait()
	var want []string
	for w := range workshops {
		want = append(want, workshopName(w))
		checkSound(t, j, workshopName(w), 2*commands)
	}
	got, err := j.Workshops(t.Context())
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("workshops: %v\n%s", err, diff)
	}
}

// testOneWorkshop lets many nodes race for the same place: each retries on a conflict until its command is in.
func testOneWorkshop(t *testing.T, j journal.Journal) {
	const racers, commands = 6, 10
	var wg sync.WaitGroup
	for r := range racers {
		wg.Go(func() {
			for i := range commands {
				if err := insist(t.Context(), j, "w", batch(fmt.Sprint(r, "/", i), 1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	checkSound(t, j, "w", racers*commands)
}

func insist(ctx context.Context, j journal.Journal, workshop string, b journal.Batch) error {
	for {
		seq, _, err := j.Head(ctx, workshop)
		if err != nil {
			return err
		}
		if _, err := j.Append(ctx, workshop, seq, b); !errors.Is(err, journal.ErrConflict) {
			return err
		}
	}
}
