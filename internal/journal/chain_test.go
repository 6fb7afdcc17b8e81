package journal_test

import (
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/journal"
)

func chainOf(t testing.TB, workshop string, n int) []journal.Event {
	t.Helper()
	chain := journal.Chain{Workshop: workshop}
	drafts := make([]journal.Draft, n)
	for i := range drafts {
		drafts[i] = journal.Draft{At: time.UnixMilli(int64(i) * 1000), Role: "chair", Kind: "Tested", Data: json.RawMessage(`{"text":"ศาลา"}`)}
	}
	events, err := chain.Extend(drafts)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func sequence(events []journal.Event) iter.Seq2[journal.Event, error] {
	return func(yield func(journal.Event, error) bool) {
		for _, event := range events {
			if !yield(event, nil) {
				return
			}
		}
	}
}

func TestVerify(t *testing.T) {
	for name, test := range map[string]struct {
		change func([]journal.Event) []journal.Event
		want   *journal.Damage // nil when it is sound
	}{
		"sound":     {func(e []journal.Event) []journal.Event { return e }, nil},
		"empty":     {func(e []journal.Event) []journal.Event { return nil }, nil},
		"removed":   {func(e []journal.Event) []journal.Event { return slices.Delete(e, 2, 3) }, &journal.Damage{Seq: 3, Reason: "is missing"}},
		"no first":  {func(e []journal.Event) []journal.Event { return e[1:] }, &journal.Damage{Seq: 1, Reason: "is missing"}},
		"swapped":   {func(e []journal.Event) []journal.Event { e[1], e[2] = e[2], e[1]; return e }, &journal.Damage{Seq: 2, Reason: "is missing"}},
		"twice":     {func(e []journal.Event) []journal.Event { return slices.Insert(e, 2, e[1]) }, &journal.Damage{Seq: 3, Reason: "is out of order: event 2 stands in its place"}},
		"edited":    {func(e []journal.Event) []journal.Event { e[2].Kind = "Other"; return e }, &journal.Damage{Seq: 3, Reason: "was altered"}},
		"moved in":  {func(e []journal.Event) []journal.Event { e[2] = chainOf(t, "other", 5)[2]; return e }, &journal.Damage{Seq: 3, Reason: "belongs to another workshop"}},
		"local":     {func(e []journal.Event) []journal.Event { e[2].At = e[2].At.In(time.FixedZone("", 3600)); return e }, &journal.Damage{Seq: 3, Reason: "was altered"}},
		"finer":     {func(e []journal.Event) []journal.Event { e[2].At = e[2].At.Add(1); return e }, &journal.Damage{Seq: 3, Reason: "was altered"}},
		"rewritten": {func(e []journal.Event) []journal.Event { e[1].Role = "x"; e[1].Hash = e[1].Sum(); return e }, &journal.Damage{Seq: 3, Reason: "does not follow from the event before it"}},
	} {
		t.Run(name, func(t *testing.T) {
			err := journal.Verify(sequence(test.change(chainOf(t, "w", 5))))
			var damage *journal.Damage
			if errors.As(err, &damage) != (test.want != nil) || !cmp.Equal(damage, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

// TestFieldsDoNotRunTogether: no two different events have the same hash, however their texts are cut.
func TestFieldsDoNotRunTogether(t *testing.T) {
	text := rapid.StringMatching(`[a-b]{0,3}`)
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) journal.Event {
			return journal.Event{
				Workshop: text.Draw(rt, name+" workshop"), Seq: rapid.Uint64Range(0, 2).Draw(rt, name+" seq"),
				At:   time.UnixMilli(rapid.Int64Range(-1, 1).Draw(rt, name+" at")).UTC(),
				Role: text.Draw(rt, name+" role"), Kind: text.Draw(rt, name+" kind"), Data: json.RawMessage(text.Draw(rt, name+" data")),
			}
		}
		a, b := draw("a"), draw("b")
		if (a.Sum() == b.Sum()) != cmp.Equal(a, b) {
			rt.Fatalf("%+v and %+v", a, b)
		}
	})
}

func TestHashText(t *testing.T) {
	hash := chainOf(t, "w", 1)[0].Hash
	text, err := json.Marshal(hash)
	if err != nil {
		t.Fatal(err)
	}
	var again journal.Hash
	if err := json.Unmarshal(text, &again); err != nil || again != hash || len(text) != 66 {
		t.Errorf("%s came back as %s, %v", text, again, err)
	}
	for _, bad := range []string{`""`, `"00"`, `"` + hash.String()[:63] + `g"`, `"` + hash.String() + `00"`} {
		if err := json.Unmarshal([]byte(bad), &again); err == nil {
			t.Errorf("%s was read as a hash", bad)
		}
	}
}

func TestExtendInTwoSteps(t *testing.T) {
	all := chainOf(t, "w", 4)
	chain := journal.Chain{Workshop: "w"}
	for _, event := range all {
		got, err := chain.Extend([]journal.Draft{{At: event.At, Role: event.Role, Kind: event.Kind, Data: event.Data}})
		if err != nil || !cmp.Equal(got, []journal.Event{event}) {
			t.Errorf("%v\n%s", err, cmp.Diff([]journal.Event{event}, got))
		}
	}
}
