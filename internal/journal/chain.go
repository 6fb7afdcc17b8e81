package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"
	"unicode/utf8"
)

// MaxData is the most bytes that an event's data may have.
const MaxData = 2 << 20

// Damage says which event is the first that is not as it was written, and how.
type Damage struct {
	Seq    uint64
	Reason string
}

func (d *Damage) Error() string { return fmt.Sprintf("event %d: %s", d.Seq, d.Reason) }

// Chain is a place in a workshop's sequence: the last event's number and hash. The zero Chain with a workshop's name stands
// before the first event.
type Chain struct {
	Workshop string
	Seq      uint64
	Hash     Hash
}

// Extend turns drafts into the events that follow c, and moves c behind them.
func (c *Chain) Extend(drafts []Draft) ([]Event, error) {
	if err := checkText("workshop", c.Workshop); err != nil {
		return nil, err
	}
	next := *c
	events := make([]Event, 0, len(drafts))
	for _, draft := range drafts {
		event, err := draft.event()
		if err != nil {
			return nil, fmt.Errorf("event %d (%s): %w", next.Seq+1, draft.Kind, err)
		}
		event.Workshop, event.Seq, event.Prev = next.Workshop, next.Seq+1, next.Hash
		event.Hash = event.Sum()
		next.Seq, next.Hash = event.Seq, event.Hash
		events = append(events, event)
	}
	*c = next
	return events, nil
}

func (d Draft) event() (Event, error) {
	if err := checkText("kind", d.Kind); err != nil {
		return Event{}, err
	}
	if !utf8.ValidString(d.Role) {
		return Event{}, errors.New("role is not UTF-8")
	}
	if year := d.At.UTC().Year(); year < 1 || year > 9999 {
		return Event{}, fmt.Errorf("year %d is out of range", year)
	}
	data, err := compact(d.Data)
	if err != nil {
		return Event{}, err
	}
	return Event{At: wholeMilliseconds(d.At), Role: d.Role, Kind: d.Kind, Data: data}, nil
}

func checkText(name, text string) error {
	if text == "" {
		return fmt.Errorf("%s is empty", name)
	}
	if !utf8.ValidString(text) {
		return fmt.Errorf("%s is not UTF-8", name)
	}
	return nil
}

func compact(data json.RawMessage) (json.RawMessage, error) {
	if len(data) == 0 {
		return json.RawMessage("null"), nil
	}
	if len(data) > MaxData {
		return nil, fmt.Errorf("data has %d bytes, more than %d", len(data), MaxData)
	}
	if !utf8.Valid(data) {
		return nil, errors.New("data is not UTF-8")
	}
	var out bytes.Buffer
	out.Grow(len(data))
	if err := json.Compact(&out, data); err != nil {
		return nil, fmt.Errorf("data is not JSON: %w", err)
	}
	return out.Bytes(), nil
}

func wholeMilliseconds(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

// Check tells whether event follows c unharmed, and moves c behind it. The error is a *Damage.
func (c *Chain) Check(event Event) error {
	want := c.Seq + 1
	switch _, offset := event.At.Zone(); {
	case event.Workshop != c.Workshop:
		return &Damage{want, "belongs to another workshop"}
	case event.Seq > want:
		return &Damage{want, "is missing"}
	case event.Seq < want:
		return &Damage{want, fmt.Sprintf("is out of order: event %d stands in its place", event.Seq)}
	case event.Hash != event.Sum(), offset != 0, !event.At.Equal(wholeMilliseconds(event.At)):
		return &Damage{want, "was altered"}
	case event.Prev != c.Hash:
		return &Damage{want, "does not follow from the event before it"}
	}
	c.Seq, c.Hash = event.Seq, event.Hash
	return nil
}

// Verify checks a whole workshop from its first event on. It returns the *Damage of the first event that is altered,
// missing or out of order, or the error that came with the events. That the last events are missing shows only against
// a head known from elsewhere.
func Verify(events iter.Seq2[Event, error]) error {
	var chain Chain
	for event, err := range events {
		if err != nil {
			return err
		}
		if chain.Seq == 0 {
			chain.Workshop = event.Workshop
		}
		if err := chain.Check(event); err != nil {
			return err
		}
	}
	return nil
}
