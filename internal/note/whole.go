package note

import "strings"

// wholeEvent makes one item of an event that has no programme but says on which single day it is held, and from when to when. The
// item bears the title of the note.
func wholeEvent(n *Note, doc document) {
	if len(n.Items()) > 0 || len(n.Dates) != 1 || n.Title == "" {
		return
	}
	for _, l := range doc.lines {
		sl, ok := hoursOfEvent(l)
		if !ok {
			continue
		}
		clock := dayClock{last: NoClock, until: NoClock, late: doc.late}
		it := Item{Title: n.Title, Kind: kindOf(n.Title, false), Line: l.no}
		it.Start, it.End, _ = clock.read(sl)
		n.Days = []Day{{Date: n.Dates[0], Items: []Item{it}, Line: l.no}}
		return
	}
}

// hoursOfEvent reads a range right after a date, or after a label for the time or the date of the event.
func hoursOfEvent(l line) (slot, bool) {
	text := cutRunes(l.text, 400)
	if sec, content := heading(l, text); sec == secTime || sec == secDate {
		if sl, _, _, ok := leadingSlot(content); ok && sl.ranged {
			return sl, true
		}
	}
	for _, s := range findDates(text) {
		if sl, ok := hoursAfter(text[s.to:]); ok && !isDeadline(text[max(0, s.from-24):s.from]) {
			return sl, true
		}
	}
	return slot{}, false
}

// hoursAfter reads the range with which the text behind a date begins.
func hoursAfter(s string) (slot, bool) {
	sl, _, _, ok := leadingSlot(strings.TrimLeft(s, " ,;:/|()-–—"))
	return sl, ok && sl.ranged && sl.sure()
}
