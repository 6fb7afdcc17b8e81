package record_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sala.example/internal/journal"
	"sala.example/internal/journal/record"
	"sala.example/internal/passage"
)

var salt = []byte("0123456789abcdef")

const words = `We <need> "school" places & ครู — 2 more`

// history gives five events, of which the fourth refers to a passage, and the header that announces them.
func history(t testing.TB) (record.Header, []journal.Event) {
	t.Helper()
	chain := journal.Chain{Workshop: "w-1"}
	at := time.Date(2026, 3, 14, 2, 30, 0, 120_000_000, time.UTC)
	said := fmt.Sprintf(`{"question":{"by":"p7","text":[{"ref":"r-1","hash":%q}]}}`, passage.Hash(salt, words))
	events, err := chain.Extend([]journal.Draft{
		{At: at, Role: "organiser", Kind: "WorkshopCreated", Data: json.RawMessage(`{"title":{"th":"ศาลา","en":"<b>Hall</b>"}}`)},
		{At: at.Add(time.Second), Role: "chair", Kind: "ItemStarted", Data: json.RawMessage(`{"item":1,"n":1.50}`)},
		{At: at.Add(time.Minute), Role: "chair", Kind: "ItemFinished"},
		{At: at.Add(time.Hour), Role: "participant", Kind: "QuestionAsked", Data: json.RawMessage(said)},
		{At: at.Add(2 * time.Hour), Role: "", Kind: "WorkshopClosed", Data: json.RawMessage(`{}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	title := json.RawMessage(`{"th":"การประชุม","en":"Workshop"}`)
	return record.Header{Workshop: "w-1", Events: chain.Seq, Head: chain.Hash, Title: title}, events
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

// sound gives a record with a passage.
func sound(t testing.TB) []byte {
	t.Helper()
	header, events := history(t)
	var out bytes.Buffer
	if err := record.Write(&out, header, sequence(events), []record.Passage{{Ref: "r-1", Salt: salt, Text: words}}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestGolden keeps the format as it was published: records are read for years.
func TestGolden(t *testing.T) {
	path := filepath.Join("testdata", "record.sala")
	got := sound(t)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the format changed; got\n%s\nwant\n%s", got, want)
	}
	summary, err := record.Verify(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	header, _ := history(t)
	if summary != (record.Summary{Workshop: "w-1", Events: 5, Head: header.Head}) {
		t.Errorf("summary %+v", summary)
	}
}

func TestEveryFlippedBitIsFound(t *testing.T) {
	data := sound(t)
	line := 0 // 0 is the header, 1 to 5 are events
	for i := range data {
		for bit := range 8 {
			changed := bytes.Clone(data)
			changed[i] ^= 1 << bit
			_, err := record.Verify(bytes.NewReader(changed))
			if err == nil {
				t.Fatalf("bit %d of byte %d (line %d) was flipped unseen", bit, i, line)
			}
			var damage *journal.Damage
			if line >= 1 && line <= 5 && (!errors.As(err, &damage) || damage.Seq != uint64(line)) {
				t.Fatalf("bit %d of byte %d, in event %d: %v", bit, i, line, err)
			}
		}
		if data[i] == '\n' {
			line++
		}
	}
}

func TestEveryCutIsFound(t *testing.T) {
	data := sound(t)
	for n := range data {
		_, err := record.Verify(bytes.NewReader(data[:n]))
		if !errors.Is(err, record.ErrTruncated) && !errors.Is(err, record.ErrNotRecord) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
	}
}

func TestDamageIsNamed(t *testing.T) {
	lines := strings.SplitAfter(strings.TrimSuffix(string(sound(t)), "\n"), "\n")
	lines[len(lines)-1] += "\n"
	for name, test := range map[string]struct {
		change func([]string) []string
		want   string
	}{
		"event removed":       {func(l []string) []string { return slices.Delete(l, 3, 4) }, "event 3: is missing"},
		"events swapped":      {func(l []string) []string { l[2], l[3] = l[3], l[2]; return l }, "event 2: is missing"},
		"event twice":         {func(l []string) []string { return slices.Insert(l, 3, l[2]) }, "event 3: is out of order: event 2 stands in its place"},
		"event edited":        {replace(2, "ItemStarted", "ItemStopped"), "event 2: was altered"},
		"number written +0":   {replace(2, "1.50", "1.5"), "event 2: was altered"},
		"field in capitals":   {replace(2, `"kind"`, `"Kind"`), "event 2: was altered"},
		"time zone rewritten": {replace(2, "01.12Z", "01.12+00:00"), "event 2: was altered"},
		"finer time":          {replace(2, "01.12Z", "01.1200001Z"), "event 2: was altered"},
		"field added":         {replace(2, `{"workshop"`, `{"x":1,"workshop"`), "event 2: was altered"},
		"line too long":       {replace(2, "chair", strings.Repeat("c", record.MaxLine)), "event 2: is too long"},
		"last event removed":  {func(l []string) []string { return slices.Delete(l, 5, 6) }, "event 5: is missing"},
		"fewer announced":     {replace(0, `"events":5`, `"events":4`), "altered outside its events: the header names another head"},
		"title edited":        {replace(0, "Workshop\"}", "Worship\"}"), "altered outside its events: the sum does not match"},
		"passage edited":      {replace(6, "2 more", "3 more"), `altered outside its events: passage "r-1" does not match the events`},
		"passage twice":       {func(l []string) []string { return slices.Insert(l, 6, l[6]) }, `altered outside its events: passage "r-1" is disclosed twice`},
		"passage removed":     {func(l []string) []string { return slices.Delete(l, 6, 7) }, "altered outside its events: the sum does not match"},
		"salt in capitals":    {replace(6, `"salt":"3031`, `"salt":"303A`), "altered outside its events"},
		"line behind":         {func(l []string) []string { return append(l, "\n") }, "altered outside its events: something stands behind the end"},
		"bytes behind":        {func(l []string) []string { return append(l, "x") }, "altered outside its events: something stands behind the end"},
		"other version":       {replace(0, `"version":1`, `"version":2`), "not a record of Sala: version 2 is not known here"},
		"other file":          {func([]string) []string { return []string{"PK\x03\x04\n"} }, "not a record of Sala"},
		"empty file":          {func([]string) []string { return nil }, "not a record of Sala"},
		"one endless line":    {func([]string) []string { return []string{strings.Repeat("x", record.MaxLine+1)} }, "not a record of Sala"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := record.Verify(strings.NewReader(strings.Join(test.change(slices.Clone(lines)), "")))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func replace(line int, old, new string) func([]string) []string {
	return func(lines []string) []string {
		lines[line] = strings.Replace(lines[line], old, new, 1)
		return lines
	}
}

func TestWriteRefusesWhatItCouldNotVerify(t *testing.T) {
	for name, spoil := range map[string]func(*record.Header, *[]journal.Event, *[]record.Passage){
		"an event changed":     func(_ *record.Header, e *[]journal.Event, _ *[]record.Passage) { (*e)[2].Role = "officer" },
		"an event missing":     func(_ *record.Header, e *[]journal.Event, _ *[]record.Passage) { *e = (*e)[:4] },
		"another head":         func(h *record.Header, _ *[]journal.Event, _ *[]record.Passage) { h.Head[0]++ },
		"another workshop":     func(h *record.Header, _ *[]journal.Event, _ *[]record.Passage) { h.Workshop = "w-2" },
		"title is not JSON":    func(h *record.Header, _ *[]journal.Event, _ *[]record.Passage) { h.Title = []byte("{") },
		"title is not UTF-8":   func(h *record.Header, _ *[]journal.Event, _ *[]record.Passage) { h.Title = []byte("\"\xff\"") },
		"unknown passage":      func(_ *record.Header, _ *[]journal.Event, p *[]record.Passage) { (*p)[0].Ref = "r-2" },
		"other words":          func(_ *record.Header, _ *[]journal.Event, p *[]record.Passage) { (*p)[0].Text += "!" },
		"passage is not UTF-8": func(_ *record.Header, _ *[]journal.Event, p *[]record.Passage) { (*p)[0].Text = "\xff" },
	} {
		header, events := history(t)
		passages := []record.Passage{{Ref: "r-1", Salt: salt, Text: words}}
		spoil(&header, &events, &passages)
		if err := record.Write(&bytes.Buffer{}, header, sequence(events), passages); err == nil {
			t.Errorf("%s: was written", name)
		}
	}
}

// TestAnyEditIsFound makes random edits: bytes removed, repeated, moved or replaced anywhere.
func TestAnyEditIsFound(t *testing.T) {
	data := sound(t)
	rapid.Check(t, func(rt *rapid.T) {
		from := rapid.IntRange(0, len(data)).Draw(rt, "from")
		to := rapid.IntRange(from, len(data)).Draw(rt, "to")
		with := rapid.OneOf(
			rapid.SliceOfN(rapid.Byte(), 0, 40),
			rapid.Map(rapid.IntRange(0, len(data)-1), func(i int) []byte { return data[i:min(i+80, len(data))] }),
		).Draw(rt, "with")
		changed := slices.Concat(data[:from], with, data[to:])
		if _, err := record.Verify(bytes.NewReader(changed)); err == nil && !bytes.Equal(changed, data) {
			rt.Fatalf("bytes %d to %d replaced with %q: unseen", from, to, with)
		}
	})
}

// FuzzVerify: whatever comes in, Verify neither crashes nor calls anything intact that Write would not write again.
func FuzzVerify(f *testing.F) {
	data := sound(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte(`{"sala":"record","version":1,"workshop":"w","events":18446744073709551615,"head":"","title":null}` + "\n"))
	f.Add([]byte("\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		summary, err := record.Verify(bytes.NewReader(data))
		if err == nil && (summary.Workshop == "" || uint64(bytes.Count(data, []byte("\n"))) < summary.Events+2) {
			t.Errorf("intact: %+v", summary)
		}
	})
}
