package schedule

import (
	"encoding/json"
	"fmt"
	"time"
)

// event is a schema.org Event, as JSON-LD (https://schema.org/Event).
type event struct {
	Context   string   `json:"@context,omitempty"`
	Type      string   `json:"@type"`
	Name      string   `json:"name"`
	Start     string   `json:"startDate,omitempty"`
	End       string   `json:"endDate,omitempty"`
	Location  *place   `json:"location,omitempty"`
	Language  string   `json:"inLanguage,omitempty"`
	URL       string   `json:"url,omitempty"`
	Status    string   `json:"eventStatus,omitempty"`
	Mode      string   `json:"eventAttendanceMode,omitempty"`
	Performer []person `json:"performer,omitempty"`
	Parts     []event  `json:"subEvent,omitempty"`
}

type place struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type person struct {
	Type        string `json:"@type"`
	Name        string `json:"name"`
	Affiliation *place `json:"affiliation,omitempty"`
}

// SchemaOrg writes the workshop as an Event, its items as parts of it.
func SchemaOrg(p Plan) ([]byte, error) {
	e := event{
		Context: "https://schema.org", Type: "Event", Name: p.Title, Start: whenever(p.Begins()), End: whenever(p.Ends()),
		Location: placeNamed(p.Place), Language: p.Lang, URL: p.URL,
		Status: "https://schema.org/EventScheduled", Mode: "https://schema.org/OfflineEventAttendanceMode",
	}
	for _, item := range p.Items {
		part := event{Type: "Event", Name: item.Title, Start: whenever(item.Start), End: whenever(item.End), Location: placeNamed(item.Room)}
		for _, who := range everybody(item) {
			x := person{Type: "Person", Name: who.Name}
			if who.Affiliation != "" {
				x.Affiliation = &place{Type: "Organization", Name: who.Affiliation}
			}
			part.Performer = append(part.Performer, x)
		}
		e.Parts = append(e.Parts, part)
	}
	out, err := json.Marshal(e) // escapes <, > and &: it can stand in a page
	if err != nil {
		return nil, fmt.Errorf("write event: %w", err)
	}
	return out, nil
}

func placeNamed(name string) *place {
	if name == "" {
		return nil
	}
	return &place{Type: "Place", Name: name}
}

func whenever(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
