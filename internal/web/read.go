package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
	"unicode/utf8"

	"sala.example/internal/locale"
	"sala.example/internal/note"
	"sala.example/internal/note/source"
	"sala.example/internal/workshop"
)

// understood is a note as the review page gets it: what was read, the source's
// lines to compare with, and each doubt as a sentence.
type understood struct {
	Note      *note.Note  `json:"note"`
	Draft     *Draft      `json:"draft"` // what the organiser corrects and sends back
	Text      string      `json:"text"`  // whose lines the items and the warnings name
	Format    string      `json:"format"`
	Editable  bool        `json:"editable"` // the text can be corrected and read again
	Decide    int         `json:"decisionMinutes"`
	Warnings  []warning   `json:"warnings"`
	Shortened []shortened `json:"shortened"` // fields of the draft for which the note says too much
	Contacts  []contact   `json:"contacts"`
	Proposals proposals   `json:"proposals"` // recommendations that the document holds
}

type warning struct {
	Code    string            `json:"code"`
	Line    int               `json:"line"`
	Args    map[string]string `json:"args"`
	Message string            `json:"message"` // in the reader's language

	// In every language: the page keeps the warning, and its reader may change.
	Messages workshop.Text `json:"messages"`
}

type contact struct {
	Name  string `json:"name"`
	Email string `json:"email"`
}

// readNote understands a document and keeps nothing of it. ?name= is the name
// of the file; ?corrected=1 says that the body is the text of an earlier
// answer, put right by hand.
func (s *Server) readNote(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failJSON(w, r, err)
		return
	}
	body, err := receive(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	var u understood
	err = s.documents.understand(r, func() error {
		text, err := loadNote(body, r.URL.Query().Get("name"), r.URL.Query().Get("corrected") != "")
		if err != nil {
			return err
		}
		u, err = understand(text, s.language(r), s.Now())
		return err
	})
	if err != nil {
		s.failJSON(w, r, noteProblem(err))
		return
	}
	writeJSON(w, http.StatusOK, u)
}

// loadNote reads a file, or takes a text as it is.
func loadNote(body io.Reader, name string, corrected bool) (*source.Text, error) {
	if !corrected {
		if name == "" {
			name = "note"
		}
		return note.Load(body, name)
	}
	data, err := io.ReadAll(io.LimitReader(body, note.MaxText+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read a corrected note: %w", err)
	case len(data) > note.MaxText:
		return nil, note.ErrTooLarge
	case !utf8.Valid(data):
		return nil, note.ErrBinary
	}
	return &source.Text{Format: source.Plain, Body: string(data)}, nil
}

func understand(text *source.Text, lang string, now time.Time) (understood, error) {
	n, err := note.From(text)
	if err != nil {
		return understood{}, err
	}
	u := understood{
		Note: n, Text: text.Body, Format: string(text.Format), Editable: len(text.Sheets)+len(text.Events) == 0, Decide: n.DecisionMinutes(),
		Warnings: []warning{}, Contacts: []contact{}, Proposals: propositions(text.Body), Draft: propose(n, now),
	}
	for _, c := range n.Contacts {
		u.Contacts = append(u.Contacts, contact{Name: c.Name, Email: c.Email})
	}
	for _, wn := range n.Warnings {
		u.Warnings = append(u.Warnings, warning{Code: wn.Code, Line: wn.Line, Args: wn.Args, Message: wn.Message(lang), Messages: inEveryLanguage(wn.Message)})
	}
	if text.Zone != "" {
		u.Draft.Timezone = text.Zone
	}
	if u.Shortened = u.Draft.fit(); len(u.Shortened) > 0 {
		u.Warnings = append(u.Warnings, shortenedWarning(lang))
	}
	return u, nil
}

func inEveryLanguage(say func(lang string) string) workshop.Text {
	text := workshop.Text{}
	for _, lang := range locale.Languages() {
		text[lang] = say(lang)
	}
	return text
}

// noteProblem says what is wrong with a note that cannot be read.
func noteProblem(err error) error {
	switch {
	case errors.Is(err, note.ErrEmpty):
		return &workshop.Refusal{Code: "note.empty"}
	case errors.Is(err, note.ErrBinary):
		return &workshop.Refusal{Code: "note.binary"}
	case errors.Is(err, note.ErrTooLarge):
		return &workshop.Refusal{Code: "note.too-large"}
	case errors.Is(err, note.ErrPassword):
		return &workshop.Refusal{Code: "note.password"}
	case errors.Is(err, note.ErrScanned):
		return &workshop.Refusal{Code: "note.scanned"}
	case errors.Is(err, note.ErrBroken):
		return &workshop.Refusal{Code: "note.broken"}
	case errors.Is(err, note.ErrOldFormat):
		return &workshop.Refusal{Code: "note.old-format"}
	}
	return err
}
