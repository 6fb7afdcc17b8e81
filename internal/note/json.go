package note

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// null is nil for an empty string, so that JSON says null where the note says nothing.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list is never nil, so that JSON says [] where there is nothing.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// MarshalJSON writes what is absent as null and empty lists as [].
func (n Note) MarshalJSON() ([]byte, error) {
	type plain Note
	n.Dates, n.SubObjectives, n.Days = list(n.Dates), list(n.SubObjectives), list(n.Days)
	n.Contacts, n.Speakers, n.Moderators = list(n.Contacts), list(n.Speakers), list(n.Moderators)
	n.Warnings, n.Organisers, n.Partners = list(n.Warnings), list(n.Organisers), list(n.Partners)
	return json.Marshal(struct {
		Title          *string `json:"title"`
		Venue          *string `json:"venue"`
		Background     *string `json:"background"`
		Objective      *string `json:"objective"`
		ExpectedOutput *string `json:"expected_output"`
		plain
	}{null(n.Title), null(n.Venue), null(n.Background), null(n.Objective), null(n.ExpectedOutput), plain(n)})
}

// MarshalJSON writes {"floor": …, "interpretation": […]}.
func (l Languages) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Floor          *string  `json:"floor"`
		Interpretation []string `json:"interpretation"`
	}{null(l.Floor), list(l.Interpretation)})
}

// MarshalJSON writes the date as null when it is not known.
func (d Day) MarshalJSON() ([]byte, error) {
	type plain Day
	d.Items = list(d.Items)
	return json.Marshal(struct {
		Date *string `json:"date"`
		plain
	}{null(d.Date), plain(d)})
}

// MarshalJSON writes a missing affiliation as null.
func (p Person) MarshalJSON() ([]byte, error) {
	type plain Person
	return json.Marshal(struct {
		plain
		Affiliation *string `json:"affiliation"`
	}{plain(p), null(p.Affiliation)})
}

// MarshalJSON writes a bare string, or {"no", "title", "speakers"} when there is more than a title.
func (s Subitem) MarshalJSON() ([]byte, error) {
	if s.No == 0 && len(s.Speakers) == 0 {
		return json.Marshal(s.Title)
	}
	return json.Marshal(struct {
		No       int      `json:"no,omitempty"`
		Title    string   `json:"title"`
		Speakers []Person `json:"speakers"`
	}{s.No, s.Title, list(s.Speakers)})
}

// IsZero lets `omitzero` leave an ordinary item without the field.
func (p Parallel) IsZero() bool { return !p.Shared && len(p.Tracks) == 0 }

// MarshalJSON writes the tracks, or true when the item only shares its slot.
func (p Parallel) MarshalJSON() ([]byte, error) {
	if len(p.Tracks) > 0 {
		return json.Marshal(p.Tracks)
	}
	return json.Marshal(p.Shared)
}

// MarshalJSON writes the name alone: the address stays on the organiser's screen.
func (c Contact) MarshalJSON() ([]byte, error) { return json.Marshal(c.Name) }

// MarshalJSON writes "09:30", or null for NoClock.
func (c Clock) MarshalJSON() ([]byte, error) { return json.Marshal(null(c.String())) }

// UnmarshalJSON reads "09:30" or null.
func (c *Clock) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*c = NoClock
		return nil
	}
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("read time of day: %w", err)
	}
	var h, m int
	if _, err := fmt.Sscanf(s, "%d:%d", &h, &m); err != nil || h < 0 || h > 24 || m < 0 || m > 59 {
		return fmt.Errorf("time of day %q is not HH:MM", s)
	}
	*c = Clock(h*60 + m)
	return nil
}
