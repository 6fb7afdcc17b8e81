package report

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sala.example/internal/workshop"
)

// counted is a source that counts how often its words are read, which tells how
// often it was rendered.
func counted(t *testing.T, id, head string) (*Source, *atomic.Int64) {
	src := bare(t).source()
	src.State.ID, src.Head = id, head
	src.State.Questions = []workshop.Question{{ID: "q", Text: workshop.Words{Ref: "t"}, Status: workshop.IsCarried}}
	var reads atomic.Int64
	src.Words = func(workshop.Words) string {
		reads.Add(1)
		time.Sleep(time.Millisecond)
		return "A question"
	}
	return src, &reads
}

// readsOfOne is how often one rendering reads words.
func readsOfOne(t *testing.T) int64 {
	src, reads := counted(t, "w", "h")
	Build(src, "en")
	return reads.Load()
}

func file(t *testing.T, s *Shelf, src *Source, lang, format string) []byte {
	t.Helper()
	data, _, err := s.File(context.Background(), src, lang, format)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestShelfFormats(t *testing.T) {
	var s Shelf
	src := finished(t).source()
	for format, want := range map[string]struct{ contentType, begin string }{
		"pdf":  {"application/pdf", "%PDF-"},
		"docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
		"html": {"text/html; charset=utf-8", "<!doctype html>"},
	} {
		data, contentType, err := s.File(context.Background(), src, "th", format)
		if err != nil || contentType != want.contentType || !bytes.HasPrefix(data, []byte(want.begin)) {
			t.Errorf("%s: %v, %s, begins with %q", format, err, contentType, data[:min(20, len(data))])
		}
	}
}

func TestShelfRefusesWhatThereIsNot(t *testing.T) {
	var s Shelf
	src, _ := counted(t, "w", "h")
	for _, ask := range [][2]string{{"en", "odt"}, {"xx", "pdf"}, {"", ""}} {
		if _, _, err := s.File(context.Background(), src, ask[0], ask[1]); !errors.Is(err, ErrNoSuchPaper) {
			t.Errorf("%v: %v", ask, err)
		}
	}
}

func TestOneRenderingForAll(t *testing.T) {
	var s Shelf
	src, reads := counted(t, "w", "h")
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() { file(t, &s, src, "en", "html") })
	}
	wait.Wait()
	if got, want := reads.Load(), readsOfOne(t); got != want {
		t.Errorf("%d words read for 20 callers, one rendering reads %d", got, want)
	}
	later, _ := counted(t, "w", "h2")
	file(t, &s, later, "en", "html")
	file(t, &s, src, "en", "html")
	if got, want := reads.Load(), 2*readsOfOne(t); got != want {
		t.Errorf("an older state was kept: %d words read, want %d", got, want)
	}
}

// Who leaves gets an error; the rendering goes on for the others.
func TestShelfCallerLeaves(t *testing.T) {
	var s Shelf
	src, reads := counted(t, "w", "h")
	words, begin := src.Words, make(chan struct{})
	src.Words = func(w workshop.Words) string { <-begin; return words(w) }
	ctx, leave := context.WithCancel(context.Background())
	leave()
	if _, _, err := s.File(ctx, src, "en", "html"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(begin)
	if !strings.Contains(string(file(t, &s, src, "en", "html")), "A question") || reads.Load() != readsOfOne(t) {
		t.Error("the rendering did not go on")
	}
}

func TestShelfKeepsFewWorkshops(t *testing.T) {
	var s Shelf
	first, reads := counted(t, "w0", "h")
	file(t, &s, first, "en", "html")
	for _, id := range []string{"w1", "w2", "w3"} {
		src, _ := counted(t, id, "h")
		file(t, &s, src, "en", "html")
	}
	file(t, &s, first, "en", "html") // still there, and now the newest
	one := readsOfOne(t)
	if reads.Load() != one {
		t.Error("rendered again while there was room")
	}
	for _, id := range []string{"w4", "w5", "w6", "w7"} {
		src, _ := counted(t, id, "h")
		file(t, &s, src, "en", "html")
	}
	file(t, &s, first, "en", "html")
	if len(s.stacks) != workshopsKept || reads.Load() != 2*one {
		t.Errorf("%d workshops kept, %d words read", len(s.stacks), reads.Load())
	}
}

func TestPrepareRendersAllSix(t *testing.T) {
	var s Shelf
	src, reads := counted(t, "w", "h")
	s.Prepare(context.Background(), src)
	for _, lang := range []string{"th", "en"} {
		for _, f := range formats() {
			file(t, &s, src, lang, f.name)
		}
	}
	if got, want := reads.Load(), 6*readsOfOne(t); got != want {
		t.Errorf("%d words read, six renderings read %d", got, want)
	}
}
