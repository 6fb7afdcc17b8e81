package schedule

import (
	"encoding/json"
	"fmt"
	"slices"
)

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
