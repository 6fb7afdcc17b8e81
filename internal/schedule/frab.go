package schedule

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The forms are those that conference apps read: schedule.xml as pentabarf and
// frab write it, and the JSON beside it (https://c3voc.de/wiki/schedule).

type xmlSchedule struct {
	XMLName    xml.Name      `xml:"schedule"`
	Generator  xmlGenerator  `xml:"generator"`
	Version    string        `xml:"version"`
	Conference xmlConference `xml:"conference"`
	Days       []xmlDay      `xml:"day"`
}

type xmlGenerator struct {
	Name string `xml:"name,attr"`
}

type xmlConference struct {
	Acronym  string `xml:"acronym"`
	Title    string `xml:"title"`
	Venue    string `xml:"venue,omitempty"`
	Start    string `xml:"start"`
	End      string `xml:"end"`
	Days     int    `xml:"days"`
	Timeslot string `xml:"timeslot_duration"`
	Zone     string `xml:"time_zone_name"`
	BaseURL  string `xml:"base_url,omitempty"`
}

type xmlDay struct {
	Index int       `xml:"index,attr"`
	Date  string    `xml:"date,attr"`
	Start string    `xml:"start,attr"`
	End   string    `xml:"end,attr"`
	Rooms []xmlRoom `xml:"room"`
}

type xmlRoom struct {
	Name   string     `xml:"name,attr"`
	Events []xmlEvent `xml:"event"`
}

type xmlEvent struct {
	GUID        string      `xml:"guid,attr"`
	ID          int         `xml:"id,attr"`
	Date        string      `xml:"date"`
	Start       string      `xml:"start"`
	Duration    string      `xml:"duration"`
	Room        string      `xml:"room"`
	Slug        string      `xml:"slug"`
	URL         string      `xml:"url"`
	Title       string      `xml:"title"`
	Subtitle    string      `xml:"subtitle"`
	Track       string      `xml:"track"`
	Type        string      `xml:"type"`
	Language    string      `xml:"language"`
	Abstract    string      `xml:"abstract"`
	Description string      `xml:"description"`
	Persons     []xmlPerson `xml:"persons>person"`
	Links       struct{}    `xml:"links"`
}

type xmlPerson struct {
	ID   int    `xml:"id,attr"`
	Name string `xml:",chardata"`
}

// day is the items of one date.
type day struct {
	date  string
	items []Item
}

func (p Plan) days() []day {
	var days []day
	for _, item := range p.Items {
		date := item.Start.In(p.Zone).Format(time.DateOnly)
		if n := len(days); n == 0 || days[n-1].date != date {
			days = append(days, day{date: date})
		}
		days[len(days)-1].items = append(days[len(days)-1].items, item)
	}
	return days
}

// rooms are the rooms of a day in the order in which they are used; what has no
// room of its own is in the place as a whole.
func (p Plan) rooms(d day) []string {
	var rooms []string
	for _, item := range d.items {
		if room := p.roomOf(item); !slices.Contains(rooms, room) {
			rooms = append(rooms, room)
		}
	}
	return rooms
}

func (p Plan) roomOf(item Item) string {
	return cmp.Or(item.Room, p.Place, p.Title)
}

// FrabXML writes schedule.xml.
func FrabXML(p Plan) ([]byte, error) {
	days := p.days()
	s := xmlSchedule{Generator: xmlGenerator{Name: "Sala"}, Version: p.version(), Conference: xmlConference{
		Acronym: p.ID, Title: p.Title, Venue: p.Place, Start: dateOf(p.Begins()), End: dateOf(p.Ends()), Days: len(days),
		Timeslot: "00:05", Zone: p.Zone.String(), BaseURL: p.URL,
	}}
	people := numbering{}
	for i, d := range days {
		x := xmlDay{Index: i + 1, Date: d.date, Start: stamp(d.items[0].Start), End: stamp(d.last())}
		for _, room := range p.rooms(d) {
			r := xmlRoom{Name: room}
			for _, item := range d.items {
				if p.roomOf(item) == room {
					r.Events = append(r.Events, p.xmlEvent(item, people))
				}
			}
			x.Rooms = append(x.Rooms, r)
		}
		s.Days = append(s.Days, x)
	}
	out, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write schedule.xml: %w", err)
	}
	return append([]byte(xml.Header), append(out, '\n')...), nil
}

func (p Plan) xmlEvent(item Item, people numbering) xmlEvent {
	e := xmlEvent{
		GUID: p.guid(item), ID: p.number(item), Date: stamp(item.Start), Start: item.Start.Format("15:04"), Duration: duration(item),
		Room: p.roomOf(item), Slug: slug(p.ID, item.ID), URL: p.URL, Title: item.Title, Type: item.Kind, Language: p.Lang,
		Description: description(item),
	}
	for _, person := range everybody(item) {
		e.Persons = append(e.Persons, xmlPerson{people.of(person), person.Name})
	}
	return e
}

type jsonEvent struct {
	GUID        string       `json:"guid"`
	ID          int          `json:"id"`
	Date        string       `json:"date"`
	Start       string       `json:"start"`
	Duration    string       `json:"duration"`
	Room        string       `json:"room"`
	Slug        string       `json:"slug"`
	URL         string       `json:"url"`
	Title       string       `json:"title"`
	Subtitle    string       `json:"subtitle"`
	Track       string       `json:"track"`
	Type        string       `json:"type"`
	Language    string       `json:"language"`
	Abstract    string       `json:"abstract"`
	Description string       `json:"description"`
	Persons     []jsonPerson `json:"persons"`
	Links       []string     `json:"links"`
}

type jsonPerson struct {
	ID   int    `json:"id"`
	Name string `json:"public_name"`
}

type jsonRoom struct {
	Name string `json:"name"`
}

type jsonDay struct {
	Index int                    `json:"index"`
	Date  string                 `json:"date"`
	Start string                 `json:"day_start"`
	End   string                 `json:"day_end"`
	Rooms map[string][]jsonEvent `json:"rooms"`
}

// FrabJSON writes schedule.json.
func FrabJSON(p Plan) ([]byte, error) {
	rooms, days, people := []jsonRoom{}, []jsonDay{}, numbering{}
	for i, d := range p.days() {
		j := jsonDay{Index: i + 1, Date: d.date, Start: stamp(d.items[0].Start), End: stamp(d.last()), Rooms: map[string][]jsonEvent{}}
		for _, room := range p.rooms(d) {
			if r := (jsonRoom{room}); !slices.Contains(rooms, r) {
				rooms = append(rooms, r)
			}
		}
		for _, item := range d.items {
			room := p.roomOf(item)
			j.Rooms[room] = append(j.Rooms[room], p.jsonEvent(item, people))
		}
		days = append(days, j)
	}
	out, err := json.MarshalIndent(map[string]any{"schedule": map[string]any{
		"version": p.version(), "base_url": p.URL, "generator": map[string]string{"name": "Sala"},
		"conference": map[string]any{
			"acronym": p.ID, "title": p.Title, "start": dateOf(p.Begins()), "end": dateOf(p.Ends()), "daysCount": len(days),
			"timeslot_duration": "00:05", "time_zone_name": p.Zone.String(), "rooms": rooms, "days": days,
		},
	}}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write schedule.json: %w", err)
	}
	return append(out, '\n'), nil
}

func (p Plan) jsonEvent(item Item, people numbering) jsonEvent {
	x := p.xmlEvent(item, people)
	e := jsonEvent{
		GUID: x.GUID, ID: x.ID, Date: x.Date, Start: x.Start, Duration: x.Duration, Room: x.Room, Slug: x.Slug, URL: x.URL, Title: x.Title,
		Type: x.Type, Language: x.Language, Description: x.Description, Persons: []jsonPerson{}, Links: []string{},
	}
	for _, person := range x.Persons {
		e.Persons = append(e.Persons, jsonPerson(person))
	}
	return e
}

// numbering gives people numbers in the order in which they come up.
type numbering map[Person]int

func (n numbering) of(p Person) int {
	if n[p] == 0 {
		n[p] = len(n) + 1
	}
	return n[p]
}

// everybody names the people of an item and of its parts, once each.
func everybody(item Item) []Person {
	all := slices.Clone(item.Speakers)
	for _, part := range item.Parts {
		for _, p := range part.Speakers {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (p Plan) version() string {
	if p.Changed.IsZero() {
		return "0"
	}
	return p.Changed.UTC().Format("2006-01-02 15:04")
}

func (p Plan) number(item Item) int {
	return 1 + slices.IndexFunc(p.Items, func(i Item) bool { return i.ID == item.ID })
}

// guid is a UUID that stays the same when the item moves (version 8: RFC 9562).
func (p Plan) guid(item Item) string {
	sum := sha256.Sum256([]byte(item.ID + "@" + p.ID))
	sum[6], sum[8] = sum[6]&0x0F|0x80, sum[8]&0x3F|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func (d day) last() time.Time { return Plan{Items: d.items}.Ends() }

// duration is "01:30"; an open end has none.
func duration(item Item) string {
	if item.End.IsZero() {
		return "00:00"
	}
	minutes := int(item.End.Sub(item.Start).Minutes())
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

func stamp(t time.Time) string { return t.Format(time.RFC3339) }

func dateOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// slug is made of ids alone: titles in Thai make none that every app can read.
func slug(parts ...string) string {
	return strings.ToLower(strings.NewReplacer("_", "-", "/", "-").Replace(strings.Join(parts, "-")))
}
