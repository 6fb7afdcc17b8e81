package source

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Read turns a document into text. What it is, its content says; the name only tells Markdown and CSV from plain text and is
// part of the errors, which are those of this package, wrapped.
func Read(name string, data []byte) (t *Text, err error) {
	defer func() {
		// A last net under libraries that index damaged files; nothing in this package panics on purpose.
		if damage := recover(); damage != nil {
			t, err = nil, fmt.Errorf("read %s: %w", name, ErrBroken)
		}
	}()
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("read %s: %w", name, ErrTooLarge)
	}
	if t, err = readAs(strings.ToLower(path.Ext(name)), data); err == nil {
		err = check(t.Body)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return t, nil
}

// readAs chooses the reader by the first bytes, for text by what it looks like.
func readAs(ending string, data []byte) (*Text, error) {
	begins := func(mark string) bool { return bytes.HasPrefix(data, []byte(mark)) }
	switch {
	case begins("PK\x03\x04"), begins("PK\x05\x06"):
		return readZip(data)
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return readPDF(data)
	case begins("\xD0\xCF\x11\xE0"):
		return nil, oldOffice(data)
	case begins("{\\rtf"):
		return nil, ErrOldFormat
	case begins("\x89PNG"), begins("\xFF\xD8\xFF"), begins("GIF8"), begins("II*\x00"), begins("MM\x00*"), begins("BM") && isNoText(data):
		return nil, ErrScanned
	}
	if looksHTML(ending, data) {
		return readHTML(data)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	switch {
	case looksCalendar(text):
		return readCalendar(text)
	case looksCSV(ending, text):
		return readCSV(text)
	case ending == ".md", ending == ".markdown":
		return &Text{Format: Markdown, Body: plainMarkdown(plainHTML(withoutMatter(text)))}, nil
	}
	return &Text{Format: Plain, Body: text}, nil
}

// oldOffice tells a new document behind a password (Office puts it into a file of the old kind) from an old document.
func oldOffice(data []byte) error {
	sealed := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	if bytes.Contains(data, sealed) {
		return ErrPassword
	}
	return ErrOldFormat
}

// mostLetters and mostTextLines are 500 full pages.
const (
	mostLetters   = 1_400_000
	mostTextLines = 30_000
)

// mostNumbers is more than 500 pages of tables hold: each number may begin a time or a date, and is looked at for both.
const mostNumbers = 40_000

// numbers counts the runs of digits.
func numbers(body string) (n int) {
	within := false
	for _, r := range body {
		digit := unicode.IsDigit(r)
		if digit && !within {
			n++
		}
		within = digit
	}
	return n
}

// check refuses a text without a letter or digit, and one that is too long or has too many numbers to be read in time.
func check(body string) error {
	switch {
	case len(body) > MaxText, utf8.RuneCountInString(body) > mostLetters, strings.Count(body, "\n") > mostTextLines, numbers(body) > mostNumbers:
		return ErrTooLarge
	case strings.IndexFunc(body, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0:
		return ErrEmpty
	}
	return nil
}
