// Package note reads a concept note or programme, as text, into a draft workshop and a list of doubts.
//
// The way through is: document -> text (package source) -> lines (lines.go) -> tokens (tokens.go) -> items (items.go)
// -> programme (programme.go). Each recogniser knows one thing: a time (clock.go), a slot (slot.go), a date
// (date.go), a person (people.go), a heading (words.go). Nothing is guessed silently: what the text does not
// say plainly becomes a Warning that names the line. A calendar, and a table whose headings name a start and a title, are read
// as they stand (calendar.go, sheet.go). Text that lost its shape is straightened before it is cut into tokens: mail.go, dateorder.go, repair.go, broken.go, below.go,
// leaders.go, matrix.go, runon.go, lengths.go. An event without a programme is one item (whole.go). Recommendations (recommendations.go) are read apart from the programme and paired across languages
// (alignment.go, bilingual.go).
package note

import "io"

// Note is what was understood of a concept note. Its JSON form is printed by `sala note FILE --json`.
type Note struct {
	Title          string    `json:"-"` // null in JSON when none was found
	Draft          bool      `json:"draft"`
	Lang           string    `json:"lang"`        // language the note is written in: en, th, id, vi, es or fr
	Dates          []string  `json:"dates"`       // ISO dates of the event and of every day that has an item, ascending
	YearStated     bool      `json:"year_stated"` // false when no date of the event names its year
	Venue          string    `json:"-"`           // null in JSON when none was found
	Languages      Languages `json:"languages"`
	Background     string    `json:"-"` // paragraphs, one a line; null in JSON when none was found
	Organisers     []string  `json:"organisers"`
	Partners       []string  `json:"partners"` // who supports the event
	Objective      string    `json:"-"`        // null in JSON when none was found
	SubObjectives  []string  `json:"sub_objectives"`
	ExpectedOutput string    `json:"-"`              // null in JSON when none was found
	Goal           *Goal     `json:"goal,omitempty"` // the expected output as a number; nil when it gives none for certain
	Days           []Day     `json:"days"`
	Contacts       []Contact `json:"contacts"`
	Speakers       []Person  `json:"speakers"`   // every named speaker once, in order of appearance; no teams
	Moderators     []Person  `json:"moderators"` // every named chair or moderator once
	Warnings       []Warning `json:"warnings"`
}

// Languages says which language the floor speaks and into which ones it is interpreted (BCP 47 codes).
type Languages struct {
	Floor          string   `json:"-"` // null in JSON when the note does not say
	Interpretation []string `json:"interpretation"`
}

// Day is one day of the programme. A day that is announced but has no timed item is kept, with no items.
type Day struct {
	Text  string `json:"date_text,omitempty"` // the date as the note writes it
	Date  string `json:"-"`                   // ISO date; null in JSON when the year or the date is missing
	Items []Item `json:"items"`
	Line  int    `json:"-"` // source line of the day's heading, 0 without one
}

// Item is one line of the programme.
type Item struct {
	Start      Clock             `json:"start"`
	End        Clock             `json:"end"` // NoClock (null in JSON) when the note gives no end
	Title      string            `json:"title"`
	Kind       Kind              `json:"kind"`
	Speakers   []Person          `json:"speakers,omitempty"`
	Moderators []Person          `json:"moderators,omitempty"`
	LedBy      []string          `json:"led_by,omitempty"` // offices and bodies in charge, not named persons
	Subitems   []Subitem         `json:"subitems,omitempty"`
	Parallel   Parallel          `json:"parallel,omitzero"`
	Room       string            `json:"room,omitempty"`
	Titles     map[string]string `json:"titles,omitempty"`  // by language, when the source has more than one
	Decides    *bool             `json:"decides,omitempty"` // what the source says of agreeing, nil when it does not
	UID        string            `json:"uid,omitempty"`     // of the source, stable from one export to the next
	Line       int               `json:"line"`              // 1-based line of the source on which the slot stands
}

// Subitem is a part of an item that has no time of its own. In JSON it is a bare string unless it has a number or speakers.
type Subitem struct {
	No       int // 0 when the note does not number it
	Title    string
	Titles   map[string]string // by language, when the source has more than one
	Speakers []Person
}

// Parallel says that an item runs beside others: either it shares its slot with other items (Shared, JSON true)
// or it splits into Tracks (JSON list).
type Parallel struct {
	Shared bool
	Tracks []Track
}

// Track is one branch of a parallel item.
type Track struct {
	Room  string `json:"room"`
	Title string `json:"title"`
}

// Person is somebody (or a team) that the note names. Name holds the honorific too, as written.
type Person struct {
	Name        string `json:"name"`
	Affiliation string `json:"-"`                   // null in JSON when the note gives none
	Honorific   string `json:"honorific,omitempty"` // "Dr.", "นางสาว"; a part of Name
	Degrees     string `json:"degrees,omitempty"`   // "Ph.D., M.Sc.", written after the name; not a part of Name
	Team        bool   `json:"-"`                   // a group such as "Project team from IPSR"; not listed among Note.Speakers
}

// Contact is a person to ask. The address is for the organiser's screen only: it never enters JSON.
type Contact struct {
	Name  string
	Email string
	Line  int
}

// Read reads a document of any format (see package source for formats, limits and errors) and understands it. The name tells
// Markdown and CSV from plain text, and is part of errors.
func Read(r io.Reader, name string) (*Note, error) {
	text, err := Load(r, name)
	if err != nil {
		return nil, err
	}
	return From(text)
}

// Parse understands the text of a note. It returns ErrEmpty when there is nothing to read and ErrTooLarge above MaxText;
// everything else that is missing or doubtful is in Note.Warnings.
func Parse(text string) (*Note, error) {
	if len(text) > MaxText {
		return nil, ErrTooLarge
	}
	lines := joinBrokenRanges(splitLines(monthsFirstAsISO(text)))
	if len(lines) == 0 {
		return nil, ErrEmpty
	}
	doc := tokenise(lines)
	n := &Note{Lang: detectLang(text), Draft: isDraft(doc)}
	readTitle(n, doc)
	readSections(n, doc)
	readContacts(n, doc)
	readProgramme(n, doc)
	wholeEvent(n, doc)
	readVenue(n, doc)
	listPeople(n)
	warnAboutNote(n, doc)
	sortWarnings(n)
	return n, nil
}

// Items returns the items of all days, in order.
func (n *Note) Items() []Item {
	var all []Item
	for _, d := range n.Days {
		all = append(all, d.Items...)
	}
	return all
}
