package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"sala.example/internal/document"
	"sala.example/internal/document/docx"
	"sala.example/internal/document/html"
	"sala.example/internal/document/pdf"
	"sala.example/internal/locale"
)

// ErrNoSuchPaper is for a language or a format in which there is no report.
var ErrNoSuchPaper = errors.New("no report in this language or format")

// paperFormat is a kind of file that a report can be.
type paperFormat struct {
	name, contentType string
	write             func(io.Writer, *document.Document) error
}

// formats lists the kinds of files, the one that takes longest first.
func formats() []paperFormat {
	return []paperFormat{
		{"pdf", "application/pdf", pdf.Write},
		{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.Write},
		{"html", "text/html; charset=utf-8", html.Write},
	}
}

// formatNamed finds the format of a report that is written in one of Sala's
// languages, false when there is none.
func formatNamed(name, lang string) (paperFormat, bool) {
	all := formats()
	i := slices.IndexFunc(all, func(f paperFormat) bool { return f.name == name })
	if i < 0 || !locale.Known(lang) {
		return paperFormat{}, false
	}
	return all[i], true
}

// file writes a paper in the format.
func (f paperFormat) file(d *document.Document) ([]byte, error) {
	var out bytes.Buffer
	if err := f.write(&out, d); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Shelf keeps finished reports in memory. A report is rendered once for each
// state of the record, language and format; whoever asks meanwhile waits for
// that one rendering. Of a workshop only the newest state is kept, and only the
// workshops asked for last. The zero value is an empty shelf.
type Shelf struct {
	mu     sync.Mutex
	stacks []*stack // the workshop asked for last at the end
}

// workshopsKept bounds the shelf: six papers of a large workshop are some 5 MB.
const workshopsKept = 4

// stack is the papers of one workshop in one state.
type stack struct {
	workshop, head string
	papers         map[paperKey]*paper
}

type paperKey struct{ lang, format string }

// paper is a rendering; done is closed when the other fields are there.
type paper struct {
	done        chan struct{}
	data        []byte
	contentType string
	err         error
}

// File gives the report in lang ("th", "en") and format ("html", "docx",
// "pdf"), and its content type. The data must not be changed. An error is
// ErrNoSuchPaper, that of ctx, or that of the writer; a rendering that failed is
// tried again by whoever asks next.
func (s *Shelf) File(ctx context.Context, src *Source, lang, format string) (data []byte, contentType string, err error) {
	f, found := formatNamed(format, lang)
	if !found {
		return nil, "", fmt.Errorf("report %s.%s: %w", lang, format, ErrNoSuchPaper)
	}
	p := s.paper(src, lang, f)
	select {
	case <-p.done:
		return p.data, p.contentType, p.err
	case <-ctx.Done():
		return nil, "", ctx.Err()
	}
}

// Prepare renders every report of a workshop in the background, a language
// each side by side, until ctx ends. It must outlive the request that closed
// the workshop.
func (s *Shelf) Prepare(ctx context.Context, src *Source) {
	for _, lang := range locale.Languages() {
		go func() {
			for _, f := range formats() {
				// A failure comes back to whoever asks for the file.
				_, _, _ = s.File(ctx, src, lang, f.name)
			}
		}()
	}
}

// paper finds a rendering or begins it. It goes on when the person who asked
// first has left, because others may be waiting.
func (s *Shelf) paper(src *Source, lang string, f paperFormat) *paper {
	s.mu.Lock()
	defer s.mu.Unlock()
	papers := s.stack(src.State.ID, src.edition()).papers
	key := paperKey{lang, f.name}
	if p, there := papers[key]; there {
		return p
	}
	p := &paper{done: make(chan struct{}), contentType: f.contentType}
	papers[key] = p
	go func() {
		p.data, p.err = render(src, lang, f)
		if p.err != nil {
			s.mu.Lock()
			delete(papers, key)
			s.mu.Unlock()
		}
		close(p.done)
	}()
	return p
}

// stack is that of a workshop in this state, moved to the end; an older state
// and the workshop asked for longest ago make room.
func (s *Shelf) stack(workshop, head string) *stack {
	found := &stack{workshop: workshop, head: head, papers: map[paperKey]*paper{}}
	if i := slices.IndexFunc(s.stacks, func(k *stack) bool { return k.workshop == workshop }); i >= 0 {
		if s.stacks[i].head == head {
			found = s.stacks[i]
		}
		s.stacks = slices.Delete(s.stacks, i, i+1)
	}
	s.stacks = append(s.stacks, found)
	if len(s.stacks) > workshopsKept {
		s.stacks = slices.Delete(s.stacks, 0, 1)
	}
	return found
}

// edition is what a report of one state depends on beside the record: whom it
// may name can change without an event.
func (src *Source) edition() string {
	var names strings.Builder
	for _, p := range src.Named {
		fmt.Fprintf(&names, "\n%q %q %q", p.Name, p.Affiliation, p.RoleGroup)
	}
	for _, id := range slices.Sorted(maps.Keys(src.Speakers)) {
		fmt.Fprintf(&names, "\n%q %q", src.Speakers[id].Name, src.Speakers[id].Affiliation)
	}
	return src.Head + names.String()
}

func render(src *Source, lang string, f paperFormat) ([]byte, error) {
	data, err := f.file(Build(src, lang))
	if err != nil {
		return nil, fmt.Errorf("report %s.%s: %w", lang, f.name, err)
	}
	return data, nil
}
