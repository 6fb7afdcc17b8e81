package schedule

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"sala.example/internal/note"
)

const localTime = "20060102T150405"

// ICal writes an iCalendar feed (RFC 5545): times in the workshop's own zone,
// which it describes; UIDs that stay the same when an item moves.
func ICal(p Plan) string {
	cal := ics.NewCalendarFor("Sala")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(lines(p.Title))
	cal.SetXWRTimezone(p.Zone.String())
	cal.SetRefreshInterval("PT15M")
	cal.SetXPublishedTTL("PT15M")
	if !p.inUTC() && len(p.Items) > 0 { // UTC needs no description
		cal.AddVTimezone(p.timezone())
	}
	for _, item := range p.Items {
		cal.AddVEvent(p.event(item))
	}
	return cal.Serialize(ics.WithNewLineWindows)
}

func (p Plan) event(item Item) *ics.VEvent {
	e := ics.NewEvent(item.ID + "@" + p.ID)
	e.SetDtStampTime(p.Changed)
	e.SetModifiedAt(p.Changed)
	p.setTime(e, ics.ComponentPropertyDtStart, item.Start)
	if !item.End.IsZero() {
		p.setTime(e, ics.ComponentPropertyDtEnd, item.End)
	}
	e.SetSummary(lines(item.Title))
	if place := where(item.Room, p.Place); place != "" {
		e.SetLocation(lines(place))
	}
	if text := description(item); text != "" {
		e.SetDescription(lines(text))
	}
	if item.Kind != "" {
		e.AddCategory(item.Kind)
	}
	if p.URL != "" {
		e.SetURL(p.URL)
	}
	own(e, item)
	if p.Draft {
		e.SetStatus(ics.ObjectStatusTentative)
	}
	return e
}

// own says what iCalendar has no word for, so that Sala reads the programme
// back as it was. Other programs pass over it (RFC 5545, section 3.8.8.2).
func own(e *ics.VEvent, item Item) {
	decides := "no"
	if item.Decides {
		decides = "yes"
	}
	all := map[string]string{
		"ROOM": item.Room, "SPEAKERS": note.JoinPeople(notePeople(item.Speakers)), "PARTS": parts(item), "DECIDES": decides,
	}
	for lang, title := range item.Titles {
		all["TITLE-"+strings.ToUpper(lang)] = title
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] != "" {
			e.AddProperty(ics.ComponentProperty("X-SALA-"+name), lines(all[name]))
		}
	}
}

// lines makes every line break the one that the library can escape.
func lines(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// where is the room in the place, as much of it as is known.
func where(room, place string) string {
	if room == "" || place == "" {
		return room + place
	}
	return room + ", " + place
}

// description names the people and the parts, a line each.
func description(item Item) string {
	var all []string
	if len(item.Speakers) > 0 {
		all = append(all, names(item.Speakers))
	}
	for i, part := range item.Parts {
		line := fmt.Sprintf("(%d) %s", i+1, part.Title)
		if len(part.Speakers) > 0 {
			line += " – " + names(part.Speakers)
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func (p Plan) inUTC() bool { return p.Zone == time.UTC || p.Zone.String() == "UTC" }

func (p Plan) setTime(e *ics.VEvent, property ics.ComponentProperty, at time.Time) {
	if p.inUTC() {
		e.SetProperty(property, at.UTC().Format(localTime+"Z"))
		return
	}
	e.SetProperty(property, at.In(p.Zone).Format(localTime), ics.WithTZID(p.Zone.String()))
}

// timezone describes the zone from before the first item until after the last:
// one observance for each stretch in which the offset stays the same.
func (p Plan) timezone() *ics.VTimezone {
	zone := ics.NewTimezone(p.Zone.String())
	at, until := p.Begins().In(p.Zone), p.Ends().AddDate(0, 0, 1)
	for {
		start, end := at.ZoneBounds()
		zone.Components = append(zone.Components, p.observance(at, start))
		if end.IsZero() || !end.Before(until) {
			return zone
		}
		at = end.In(p.Zone)
	}
}

// observance is the stretch that at lies in, which began at start; zero for a
// zone that was never otherwise.
func (p Plan) observance(at, start time.Time) ics.Component {
	name, offset := at.Zone()
	before := offset
	if start.IsZero() {
		start = time.Date(1970, 1, 1, 0, 0, 0, 0, p.Zone)
	} else {
		_, before = start.Add(-time.Second).In(p.Zone).Zone()
	}
	// The beginning is told in the time that was in force until then.
	begins := start.UTC().Add(time.Duration(before) * time.Second).Format(localTime)
	o := ics.NewStandard()
	base := &o.ComponentBase
	var c ics.Component = o
	if at.IsDST() {
		d := &ics.Daylight{}
		base, c = &d.ComponentBase, d
	}
	base.SetProperty(ics.ComponentPropertyDtStart, begins)
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offsetText(before))
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offsetText(offset))
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzname), name)
	return c
}

// offsetText is "+0700", or "+053730" where there are seconds.
func offsetText(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}
