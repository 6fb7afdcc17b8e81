// Package report turns a workshop into the papers that people take home: the
// agreed texts in each language as a page, a DOCX and a PDF, and the pictures
// of the results.
package report

import (
	"time"

	"sala.example/internal/workshop"
)

// Source is everything that a report says. It is plain data, taken from a room
// at one moment; nothing here reads a journal or a vault.
type Source struct {
	State    *workshop.State
	Words    func(workshop.Words) string // what people wrote; empty when it was erased
	Speakers map[workshop.ID]Person      // those whom the programme names
	Named    []Person                    // participants who let the report name them
	Head     string                      // hash of the record's last event, hex
	Made     time.Time                   // when the report was made
}

// Person is somebody as the report may name them.
type Person struct {
	Name        string
	Affiliation string
	RoleGroup   workshop.ID // empty for speakers
}
