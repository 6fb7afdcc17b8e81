package source

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

const (
	mostEvents = 5000
	mostLines  = 200_000
)

func looksCalendar(text string) bool {
	head := strings.ToUpper(strings.TrimLeft(text[:min(len(text), 256)], " \r\n\t\ufeff"))
	return strings.HasPrefix(head, "BEGIN:VCALENDAR")
}

// readCalendar reads the events of an iCalendar file (RFC 5545).
func readCalendar(text string) (*Text, error) {
	clean, err := unfold(text)
	if err != nil {
		return nil, err
	}
	c := &calendar{text: &Text{Format: ICS}, zones: map[string]*time.Location{}, used: map[string]int{}}
	d := ical.NewDecoder(strings.NewReader(clean))
	for {
		cal, err := d.Decode()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ErrBroken
		}
		c.add(cal)
	}
	c.settleZone()
	slices.SortStableFunc(c.text.Events, func(a, b Event) int { return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End)) })
	c.text.Body, err = writeCalendar(c.text)
	return c.text, err
}

// unfold joins folded lines, leaves out lines that are none, and adds the ends that a cut-off file lacks. The decoder after it
// reads parameters letter by letter and components inside components: long names and deep nesting are refused here.
func unfold(text string) (string, error) {
	text = strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "", "\x00", "").Replace(text)
	var b strings.Builder
	var open []string
	if len(text) > MaxText || strings.Count(text, "\n") > mostLines {
		return "", ErrTooLarge
	}
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		name := strings.IndexAny(l, ";:")
		colon := endOfParams(l)
		if name <= 0 || colon < 0 {
			continue
		}
		if colon > 4096 || len(open) > 8 {
			return "", ErrTooLarge
		}
		switch value := strings.ToUpper(strings.TrimSpace(l[colon+1:])); strings.ToUpper(l[:name]) {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				return "", ErrBroken
			}
			open = open[:len(open)-1]
		}
		b.WriteString(l)
		b.WriteString("\r\n")
	}
	for _, name := range slices.Backward(open) {
		b.WriteString("END:" + name + "\r\n")
	}
	return b.String(), nil
}

// endOfParams finds the colon before the value: the first one outside quotes. Parameters that the decoder cannot read (without
// an equals sign or with a lone quote) make the line none.
func endOfParams(l string) int {
	quoted := false
	for i := range len(l) {
		switch l[i] {
		case '"':
			quoted = !quoted
		case ':':
			if quoted {
				continue
			}
			for _, param := range strings.Split(l[:i], ";")[1:] {
				if name, _, ok := strings.Cut(param, "="); !strings.Contains(l[:i], `"`) && (!ok || name == "") {
					return -1
				}
			}
			return i
		}
	}
	return -1
}

// calendar gathers events.
type calendar struct {
	text  *Text
	zones map[string]*time.Location // by TZID
	used  map[string]int            // how often each zone dates an event
	utc   int                       // times in UTC
}

func (c *calendar) add(cal *ical.Calendar) {
	c.text.Title = cmp.Or(c.text.Title, textOf(cal.Props, "X-WR-CALNAME"), textOf(cal.Props, "NAME"))
	c.text.Zone = cmp.Or(c.text.Zone, textOf(cal.Props, "X-WR-TIMEZONE"))
	for _, child := range cal.Children {
		if child.Name == ical.CompTimezone {
			c.addZone(child)
		}
	}
	for _, child := range cal.Children {
		if child.Name == ical.CompEvent && len(c.text.Events) < mostEvents && textOf(child.Props, ical.PropStatus) != "CANCELLED" {
			c.addEvent(child)
		}
	}
}

// textOf gives the text of a property, "" for none.
func textOf(props ical.Props, name string) string {
	p := props.Get(name)
	if p == nil {
		return ""
	}
	return strings.TrimSpace(unescape(p.Value))
}

// unescape undoes the escapes of text (RFC 5545, 3.3.11); an unknown one stands for itself.
func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";").Replace(s)
}

func (c *calendar) addEvent(e *ical.Component) {
	ev := Event{
		UID: textOf(e.Props, ical.PropUID), Summary: textOf(e.Props, ical.PropSummary), Location: textOf(e.Props, ical.PropLocation),
		Description: textOf(e.Props, ical.PropDescription),
	}
	start := e.Props.Get(ical.PropDateTimeStart)
	if start == nil {
		return
	}
	var ok bool
	if ev.Start, ev.AllDay, ok = c.time(start); !ok {
		return
	}
	ev.End = c.end(e, ev)
	for _, p := range e.Props[ical.PropCategories] {
		for _, s := range strings.Split(strings.ReplaceAll(p.Value, `\,`, "\x00"), ",") {
			if s = strings.TrimSpace(unescape(strings.ReplaceAll(s, "\x00", ","))); s != "" {
				ev.Categories = append(ev.Categories, s)
			}
		}
	}
	for name := range e.Props {
		if short, ok := strings.CutPrefix(name, "X-SALA-"); ok {
			if ev.Extra == nil {
				ev.Extra = map[string]string{}
			}
			ev.Extra[strings.ToLower(short)] = textOf(e.Props, name)
		}
	}
	c.text.Events = append(c.text.Events, c.repeated(e, ev)...)
}

// end is DTEND, or the start and DURATION; an all-day event without either lasts one day.
func (c *calendar) end(e *ical.Component, ev Event) time.Time {
	if p := e.Props.Get(ical.PropDateTimeEnd); p != nil {
		if end, _, ok := c.time(p); ok && !end.Before(ev.Start) {
			return end
		}
	}
	if p := e.Props.Get(ical.PropDuration); p != nil {
		if d, err := p.Duration(); err == nil && d > 0 && d < 31*24*time.Hour {
			return ev.Start.Add(d)
		}
	}
	if ev.AllDay {
		return ev.Start.AddDate(0, 0, 1)
	}
	return time.Time{}
}

// time reads a date or a time with its zone.
func (c *calendar) time(p *ical.Prop) (t time.Time, allDay, ok bool) {
	value := strings.TrimSpace(p.Value)
	if len(value) == len("20060102") {
		t, err := time.Parse("20060102", value)
		return t, true, err == nil
	}
	if utc, isUTC := strings.CutSuffix(value, "Z"); isUTC {
		t, err := time.Parse("20060102T150405", utc)
		c.utc++
		return t, false, err == nil
	}
	zone := floating
	if id := p.Params.Get(ical.ParamTimezoneID); id != "" {
		zone = c.zone(id)
		c.used[id]++
	}
	t, err := time.ParseInLocation("20060102T150405", value, zone)
	return t, false, err == nil
}

// floating is the zone of times that name none: they are those of the place.
var floating = time.FixedZone("floating", 0)

// zone finds a time zone: a name of the IANA list, else what the calendar itself says of it.
func (c *calendar) zone(id string) *time.Location {
	if z := c.zones[id]; z != nil {
		return z
	}
	z := floating
	if named, err := time.LoadLocation(strings.TrimPrefix(id, "/")); err == nil && id != "" {
		z = named
	}
	c.zones[id] = z
	return z
}

// addZone keeps a zone that the calendar defines, unless the IANA list knows it. Its standard offset is enough: a programme
// shows the hours as they are written.
func (c *calendar) addZone(z *ical.Component) {
	id := textOf(z.Props, ical.PropTimezoneID)
	if _, err := time.LoadLocation(id); err == nil || id == "" {
		return
	}
	for _, part := range z.Children {
		var sign rune
		var h, m int
		if n, err := fmt.Sscanf(textOf(part.Props, ical.PropTimezoneOffsetTo), "%c%2d%2d", &sign, &h, &m); err == nil && n == 3 && (part.Name == ical.CompTimezoneStandard || c.zones[id] == nil) {
			offset := h*3600 + m*60
			if sign == '-' {
				offset = -offset
			}
			c.zones[id] = time.FixedZone(id, offset)
		}
	}
}

// settleZone puts all events into one zone: the calendar's own, else the one that dates most events.
func (c *calendar) settleZone() {
	if c.text.Zone == "" {
		most := 0
		for _, id := range slices.Sorted(keysOf(c.used)) {
			if c.used[id] > most {
				c.text.Zone, most = id, c.used[id]
			}
		}
	}
	zone := time.UTC
	switch {
	case c.text.Zone != "":
		zone = c.zone(c.text.Zone)
	case c.utc > 0:
		c.text.Doubts = append(c.text.Doubts, Doubt{Code: TimesInUTC})
	}
	for i := range c.text.Events {
		ev := &c.text.Events[i]
		ev.Start, ev.End = moveTo(ev.Start, zone, ev.AllDay), moveTo(ev.End, zone, ev.AllDay)
	}
	if _, err := time.LoadLocation(c.text.Zone); err != nil {
		c.text.Zone = ""
	}
}

// moveTo keeps the hours of a floating time and the date of a day; other times are told in the zone.
func moveTo(t time.Time, zone *time.Location, day bool) time.Time {
	switch {
	case t.IsZero():
		return t
	case day || t.Location() == floating:
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
	}
	return t.In(zone)
}

func keysOf[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// writeCalendar writes the events as a programme that people can read beside what was understood.
func writeCalendar(t *Text) (string, error) {
	b := newBody()
	if t.Title != "" {
		b.line("# " + oneLine(t.Title))
	}
	day := ""
	for i := range t.Events {
		ev := &t.Events[i]
		if on := ev.Start.Format(time.DateOnly); on != day {
			day = on
			b.gap()
			b.line("## " + on)
		}
		when := ev.Start.Format("15:04")
		switch {
		case ev.AllDay:
			when = "–"
		case !ev.End.IsZero():
			when += "-" + ev.End.Format("15:04")
		}
		ev.Line = b.line(tableRow([]string{when, oneLine(ev.Summary), oneLine(ev.Location)}))
	}
	if b.full() {
		return "", ErrTooLarge
	}
	return b.String(), nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
