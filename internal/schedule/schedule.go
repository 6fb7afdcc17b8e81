// Package schedule writes a programme in the forms that other programs read:
// iCalendar (RFC 5545), the schedule of frab and pentabarf (XML and JSON), an
// Event of schema.org, and CSV. It is pure; what people are called comes in
// from outside.
package schedule

import (
	"slices"
	"strings"
	"time"

	"sala.example/internal/workshop"
)

// Plan is a programme as it stands, in one language.
type Plan struct {
	ID      string // the workshop's
	Title   string
	Place   string
	Lang    string
	URL     string // the public page
	Zone    *time.Location
	Changed time.Time // of the newest change in the workshop
	Draft   bool
	Items   []Item // by date and start
}

// Item is one item of the programme. End is zero for an open end.
type Item struct {
	ID       string
	Start    time.Time
	End      time.Time
	Title    string
	Titles   workshop.Text // in every language there is
	Kind     string
	Room     string
	Decides  bool
	Speakers []Person
	Parts    []Part
}

// Part is a part of an item without a time of its own.
type Part struct {
	Title    string
	Speakers []Person
}

// Person is a speaker, as the programme names them.
type Person struct {
	Name, Affiliation string
}

// String is "Name (Affiliation)".
func (p Person) String() string {
	if p.Affiliation == "" {
		return p.Name
	}
	return p.Name + " (" + p.Affiliation + ")"
}

// Of takes the programme out of a workshop. Who gives a speaker's name, empty
// for somebody who has been erased. Items whose times cannot be read are left out.
func Of(s *workshop.State, lang, url string, who func(workshop.ID) Person) Plan {
	p := Plan{
		ID: s.ID, Title: s.Settings.Title.In(lang), Place: s.Settings.Place.In(lang), Lang: lang, URL: url,
		Zone: s.Location(), Changed: s.At.UTC(), Draft: s.Settings.Draft,
	}
	for _, session := range s.Programme {
		start, err := time.ParseInLocation("2006-01-02 15:04", session.Date+" "+session.Start, p.Zone)
		if err != nil {
			continue
		}
		end, _ := time.ParseInLocation("2006-01-02 15:04", session.Date+" "+session.End, p.Zone)
		item := Item{
			ID: session.ID, Start: start, End: end, Title: session.Title.In(lang), Titles: session.Title, Kind: session.Kind,
			Room: session.Room, Decides: session.Decides, Speakers: named(session.Speakers, who),
		}
		for _, sub := range session.SubItems {
			item.Parts = append(item.Parts, Part{Title: sub.Title.In(lang), Speakers: named(sub.Speakers, who)})
		}
		p.Items = append(p.Items, item)
	}
	slices.SortStableFunc(p.Items, func(a, b Item) int { return a.Start.Compare(b.Start) })
	return p
}

func named(ids []workshop.ID, who func(workshop.ID) Person) []Person {
	var people []Person
	for _, id := range ids {
		if p := who(id); p.Name != "" {
			people = append(people, p)
		}
	}
	return people
}

// names joins people for a line of text.
func names(people []Person) string {
	var all []string
	for _, p := range people {
		all = append(all, p.String())
	}
	return strings.Join(all, "; ")
}

// Begins and Ends span the programme; both are zero when it is empty.
func (p Plan) Begins() time.Time {
	if len(p.Items) == 0 {
		return time.Time{}
	}
	return p.Items[0].Start
}

// Ends is the latest end, or start of an item with an open end.
func (p Plan) Ends() time.Time {
	var last time.Time
	for _, item := range p.Items {
		if item.Start.After(last) {
			last = item.Start
		}
		if item.End.After(last) {
			last = item.End
		}
	}
	return last
}
