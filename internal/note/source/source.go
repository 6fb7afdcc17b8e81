// Package source turns a document of any kind that organisers have into text for the recognisers of package note.
//
// The text is plain, with a few Markdown-like marks: one paragraph a line, "# " before a heading, "- " or "1. " before the
// item of a list, a table row as "| a | b |" with <br> for a line break inside a cell and \| for a bar. An empty line is one
// of the document, or stands around a table. What a spreadsheet or a calendar says more plainly than its text does is kept as
// Sheets and Events.
//
// The documents come from outside. All work is counted, not timed: bytes that are unpacked, elements, letters. Whatever the
// input, Read ends soon, takes no more than about 200 MB, and does not panic.
package source

import (
	"errors"
	"time"
)

// Format is what a document turned out to be.
type Format string

// The formats that are read.
const (
	Plain    Format = "txt"
	Markdown Format = "md"
	HTML     Format = "html"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	PDF      Format = "pdf"
	XLSX     Format = "xlsx"
	CSV      Format = "csv"
	ICS      Format = "ics"
)

// Text is a document as text.
type Text struct {
	Format Format
	Body   string  // the text, as the package describes it
	Doubts []Doubt // what may have been read wrongly
	Sheets []Sheet // of a spreadsheet or a CSV file
	Title  string  // of a calendar, or of a page
	Zone   string  // of a calendar: the IANA name of the time zone of its events, "" when it does not say
	Events []Event // of a calendar, in the order of their starts
}

// Doubt says what may be wrong, and on which line of the body. Its code is one of the constants below.
type Doubt struct {
	Code string
	Line int // 1-based, 0 for the document as a whole
	Args map[string]string
}

// The codes of doubts, with the names of their arguments.
const (
	LettersRepaired = "letters-repaired"        // count: letters า and ำ that were put right by the word list
	PagesNotRead    = "pages-without-text"      // pages: numbers of pages that are pictures
	Repeats         = "repetition-not-expanded" // title, rule
	AllDay          = "all-day-event"           // title, date
	TimesInUTC      = "times-in-utc"            // the calendar names no time zone
	SheetHidden     = "sheet-hidden"            // name: a hidden sheet that was left out
)

// Sheet is one table of a spreadsheet, without its empty rows.
type Sheet struct {
	Name string // "" for a CSV file
	Rows []Row
}

// Row is one row of a sheet.
type Row struct {
	Line  int      // on which it stands in the body
	Cells []string // dates as 2006-01-02, times of day as 15:04
}

// Event is one entry of a calendar, in the time zone of the calendar. A repeated event is one entry for each time.
type Event struct {
	UID         string
	Start, End  time.Time // End is zero when the calendar does not say; of an all-day event it is the first day after
	AllDay      bool
	Summary     string
	Location    string
	Description string
	Categories  []string
	Extra       map[string]string // properties that begin with X-SALA-, by the rest of their name in lower case
	Line        int               // on which it stands in the body
}

// Limits of what is read.
const (
	MaxBytes = 20 << 20 // of the file
	MaxText  = 4 << 20  // of the body: about 500 pages of Thai, in bytes of UTF-8
)

// What can be wrong with a document. Use errors.Is.
var (
	ErrEmpty     = errors.New("the document holds no text")
	ErrUnknown   = errors.New("the file is of a kind that cannot be read")
	ErrTooLarge  = errors.New("the document is too large (more than 20 MB, or more text than about 500 pages)")
	ErrPassword  = errors.New("the document is protected by a password; remove it and try again")
	ErrScanned   = errors.New("the document holds pictures of text only; bring the file it was printed from, or paste its words")
	ErrBroken    = errors.New("the file is damaged; save it anew and try again")
	ErrOldFormat = errors.New("the file is in a format that is not read; save it as .docx, .xlsx or .pdf")
)
