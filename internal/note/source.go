package note

import (
	"fmt"
	"io"

	"sala.example/internal/note/source"
)

// Limits of what is read.
const (
	MaxBytes = source.MaxBytes // of the file
	MaxText  = source.MaxText  // of its text: about 500 pages of Thai, in bytes of UTF-8
)

// What can be wrong with a note before its text is looked at. Use errors.Is.
var (
	ErrEmpty     = source.ErrEmpty
	ErrBinary    = source.ErrUnknown // the file is of a kind that cannot be read
	ErrTooLarge  = source.ErrTooLarge
	ErrPassword  = source.ErrPassword
	ErrScanned   = source.ErrScanned
	ErrBroken    = source.ErrBroken
	ErrOldFormat = source.ErrOldFormat
)

// Decode reads a note that is plain text, in any encoding that source.Decode knows. It returns ErrEmpty, ErrBinary or
// ErrTooLarge, wrapped with the name.
func Decode(r io.Reader, name string) (string, error) {
	data, err := readAll(r, name)
	if err != nil {
		return "", err
	}
	text, err := source.Decode(data)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	return text, nil
}

// Load reads a document of any format as text. The errors are those above, wrapped with the name.
func Load(r io.Reader, name string) (*source.Text, error) {
	data, err := readAll(r, name)
	if err != nil {
		return nil, err
	}
	return source.Read(name, data)
}

func readAll(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("read %s: %w", name, ErrTooLarge)
	}
	return data, nil
}

// From understands a document: a calendar and a table of a programme as they stand, anything else by the recognisers. Lines
// are those of the document's Body.
func From(t *source.Text) (*Note, error) {
	n, ok := fromCalendar(t)
	if !ok {
		n, ok = fromSheets(t)
	}
	if !ok {
		var err error
		if n, err = Parse(t.Body); err != nil {
			return nil, err
		}
		if t.Format == source.HTML && n.Title == "" {
			n.Title = pageTitle(t.Title)
		}
	}
	for _, d := range t.Doubts {
		n.Warnings = append(n.Warnings, Warning{Code: d.Code, Line: d.Line, Args: d.Args})
	}
	sortWarnings(n)
	return n, nil
}
