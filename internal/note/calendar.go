package note

import (
	"slices"
	"strings"
	"time"

	"sala.example/internal/note/source"
)

// fromCalendar reads the events of a calendar as items, titles as they stand. It says false for any other document.
//
// In a calendar that Sala wrote the description names the speakers, and the parts as "(1) Title – Name (Affiliation)", a line
// each. Anybody's may say what iCalendar has no word for: X-SALA-TITLE-TH (the title in a language), X-SALA-KIND, X-SALA-ROOM,
// X-SALA-SPEAKERS, X-SALA-MODERATORS, X-SALA-PARTS, X-SALA-PARTS-TH, X-SALA-DECIDES.
func fromCalendar(t *source.Text) (*Note, bool) {
	if t.Format != source.ICS {
		return nil, false
	}
	b := dayBuilder{note: &Note{Title: t.Title, YearStated: true}}
	b.note.Venue = commonPlace(t.Events)
	var texts strings.Builder
	for _, ev := range t.Events {
		texts.WriteString(ev.Summary + "\n")
		if ev.AllDay {
			b.allDay(ev)
			continue
		}
		it := readEvent(ev)
		if it.Room == "" {
			it.Room = roomOf(joinSpace(ev.Location), b.note.Venue)
		}
		it.Kind = eventKind(ev, it)
		b.add(ev.Start.Format(time.DateOnly), it)
	}
	return b.finish(texts.String()), true
}

// roomOf takes the place of the workshop off a location: "Room 1, Town hall" is Room 1.
func roomOf(location, place string) string {
	if location == place {
		return ""
	}
	if place == "" {
		return location
	}
	return strings.TrimSuffix(location, ", "+place)
}

// allDay takes an event without hours for the name of the whole, or for a day that is named.
func (b *dayBuilder) allDay(ev source.Event) {
	date := ev.Start.Format(time.DateOnly)
	b.note.Dates = appendOnce(b.note.Dates, date)
	if b.note.Title == "" {
		b.note.Title = joinSpace(ev.Summary)
	}
	b.note.warn(CodeAllDay, ev.Line, "title", joinSpace(ev.Summary), "date", date)
}

// commonPlace is what the locations of all events end in, after a comma or whole: the place of the workshop. A single event
// tells a room from a place no better than we do.
func commonPlace(events []source.Event) string {
	var all []string
	for _, ev := range events {
		if !ev.AllDay {
			all = append(all, strings.TrimPrefix(joinSpace(ev.Location), joinSpace(ev.Extra["room"])+", "))
		}
	}
	if len(all) < 2 {
		return ""
	}
	for place, more := all[0], true; more; _, place, more = strings.Cut(place, ", ") {
		if !slices.ContainsFunc(all, func(s string) bool { return s != place && !strings.HasSuffix(s, ", "+place) }) {
			return place
		}
	}
	return ""
}

func readEvent(ev source.Event) Item {
	it := Item{
		Line: ev.Line, UID: ev.UID, Title: joinSpace(ev.Summary), Room: joinSpace(ev.Extra["room"]),
		Start: Clock(ev.Start.Hour()*60 + ev.Start.Minute()), End: NoClock,
		Speakers: SplitPeople(ev.Extra["speakers"]), Moderators: SplitPeople(ev.Extra["moderators"]),
	}
	if !ev.End.IsZero() {
		it.End = min(it.Start+Clock(ev.End.Sub(ev.Start).Minutes()), 24*60)
	}
	if decides, stated := ev.Extra["decides"]; stated {
		yes := readYes(decides)
		it.Decides = &yes
	}
	it.Subitems = SplitSubitems(ev.Extra["parts"])
	for name, text := range ev.Extra {
		if lang, ok := langSuffix(name, "title"); ok && lang != "" {
			if it.Titles == nil {
				it.Titles = map[string]string{}
			}
			it.Titles[lang] = joinSpace(text)
		}
		if lang, ok := langSuffix(name, "parts"); ok && lang != "" {
			it.Subitems = addSubitems(it.Subitems, lang, SplitSubitems(text))
		}
	}
	return it
}

// eventKind takes the kind that the calendar states, by Sala's property or as a category, else judges by the title.
func eventKind(ev source.Event, it Item) Kind {
	for _, named := range append([]string{ev.Extra["kind"]}, ev.Categories...) {
		if k := Kind(strings.ToLower(named)); slices.Contains(Kinds(), k) {
			return k
		}
	}
	return kindOf(it.Title, len(it.Speakers) > 0)
}
