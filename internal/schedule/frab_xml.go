package schedule

import (
	"encoding/xml"
	"fmt"
)

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
