package note

import (
	"strings"
	"time"

	"sala.example/internal/note/source"
)

// fromCalendar reads the events of a calendar as items, titles as they stand. It says false for any other document.
//
// Properties that only Sala writes say what iCalendar has no word for: X-SALA-TITLE-TH (the title in a language), X-SALA-KIND,
// X-SALA-ROOM, X-SALA-SPEAKERS, X-SALA-MODERATORS, X-SALA-SUBITEMS, X-SALA-SUBITEMS-TH, X-SALA-DECIDES.
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
		if it.Room == b.note.Venue {
			it.Room = ""
		}
		b.add(ev.Start.Format(time.DateOnly), it)
	}
	return b.finish(texts.String()), true
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

// commonPlace is the location that all events share: the place of the workshop. A single event tells a room from a place no
// better than we do.
func commonPlace(events []source.Event) string {
	place, n := "", 0
	for _, ev := range events {
		if ev.AllDay {
			continue
		}
		if n++; n > 1 && ev.Location != place {
			return ""
		}
		place = ev.Location
	}
	if n < 2 {
		return ""
	}
	return joinSpace(place)
}

func readEvent(ev source.Event) Item {
	it := Item{
		Line: ev.Line, UID: ev.UID, Title: joinSpace(ev.Summary), Room: firstOf(ev.Extra["room"], joinSpace(ev.Location)),
		Start: Clock(ev.Start.Hour()*60 + ev.Start.Minute()), End: NoClock,
		Speakers: SplitPeople(ev.Extra["speakers"]), Moderators: SplitPeople(ev.Extra["moderators"]), Decides: readYes(ev.Extra["decides"]),
	}
	if !ev.End.IsZero() {
		it.End = min(it.Start+Clock(ev.End.Sub(ev.Start).Minutes()), 24*60)
	}
	it.Subitems = SplitSubitems(ev.Extra["subitems"])
	for name, text := range ev.Extra {
		if lang, ok := langSuffix(name, "title"); ok && lang != "" {
			if it.Titles == nil {
				it.Titles = map[string]string{}
			}
			it.Titles[lang] = joinSpace(text)
		}
		if lang, ok := langSuffix(name, "subitems"); ok && lang != "" {
			it.Subitems = addSubitems(it.Subitems, lang, SplitSubitems(text))
		}
	}
	kind := ev.Extra["kind"]
	for _, c := range ev.Categories {
		if kind == "" && settledKind(c, Item{Title: "?"}) == Kind(strings.ToLower(c)) {
			kind = c
		}
	}
	it.Kind = settledKind(kind, it)
	return it
}
