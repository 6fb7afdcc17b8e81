package note

import (
	"slices"
	"strings"
	"time"
)

// afternoon gathers the times of one day that were read as afternoon, so that they make one warning and not ten.
type afternoon struct {
	line          int
	written, read string
	count         int
}

// warn turns the doubts about one item into warnings.
func (b *programmeBuilder) warn(it Item, d draft, doubts []doubt, unnamed bool) {
	for _, code := range doubts {
		switch code {
		case doubtAfternoon:
			if b.noon.count == 0 {
				b.noon.line, b.noon.written, b.noon.read = it.Line, writtenSlot(d.slot), slotText(it)
			}
			b.noon.count++
		case doubtEndBeforeStart:
			b.note.warn(CodeEndBeforeStart, it.Line, "start", it.Start.String(), "end", it.End.String(), "title", it.Title)
		case doubtBackwards:
			b.note.warn(CodeBackwards, it.Line, "start", it.Start.String(), "title", it.Title)
		case doubtFromDuration:
			b.note.warn(CodeFromDuration, it.Line, "start", it.Start.String(), "end", it.End.String(), "title", it.Title)
		}
	}
	if unnamed {
		b.note.warn(CodeTBC, it.Line, "title", it.Title)
	}
	if it.Title == "" {
		b.note.warn(CodeUntitled, it.Line, "start", it.Start.String())
	}
}

// flushAfternoon writes the warning about a day's afternoon times.
func (b *programmeBuilder) flushAfternoon() {
	if b.noon.count > 0 {
		b.note.warn(CodeAfternoon, b.noon.line, "written", b.noon.written, "read", b.noon.read, "items", itoa(b.noon.count))
	}
	b.noon = afternoon{}
}

// writtenSlot shows a slot's hours as the note has them, before any was read as afternoon.
func writtenSlot(s slot) string {
	clock := func(r reading) string { return strings.TrimPrefix(r.clock.String(), "0") }
	if !s.ranged {
		return clock(s.start)
	}
	return clock(s.start) + "-" + clock(s.end)
}

func slotText(it Item) string {
	if it.End == NoClock {
		return it.Start.String()
	}
	return it.Start.String() + "-" + it.End.String()
}

func (b *programmeBuilder) checkWeekday(d date, written *time.Weekday, tok token) {
	if written == nil || d.year == 0 || d.time().Weekday() == *written {
		return
	}
	b.note.warn(CodeWeekday, tok.line.no, "date", d.iso(), "written", itoa(int(*written)), "real", itoa(int(d.time().Weekday())))
}

// checkDates compares the weekday with the date wherever the note names a day of the event with both, and points at days that
// no calendar has. A day that has its own heading was checked there.
func (b *programmeBuilder) checkDates() {
	checked := map[int]bool{}
	for _, w := range b.note.Warnings {
		checked[w.Line] = checked[w.Line] || w.Code == CodeWeekday
	}
	for _, tok := range b.doc.tokens {
		if checked[tok.line.no] || tok.kind == tokBlank || tok.kind == tokSlot {
			continue
		}
		checked[tok.line.no] = true
		text := cutRunes(tok.line.text, 400)
		for _, s := range findDates(text) {
			if d := s.first; s.weekday != nil && slices.Contains(b.note.Dates, d.iso()) {
				b.checkWeekday(d, s.weekday, tok)
			}
		}
		if bad := impossibleDate(text); bad != "" {
			b.note.warn(CodeBadDate, tok.line.no, "written", bad)
		}
	}
}

// parallels marks items that share their slot as parallel when the note says so, by its titles, rooms or headings; else
// the same slot twice, and any overlap, is a warning.
func (b *programmeBuilder) parallels() {
	for d := range b.note.Days {
		items := b.note.Days[d].Items
		for i := 1; i < len(items); i++ {
			b.compare(items, i, b.hints[d])
		}
	}
}

// compare looks at an item against those just before it (equal slots stand together; an overlap is with a neighbour).
func (b *programmeBuilder) compare(items []Item, i int, hints []bool) {
	it, prev := &items[i], &items[i-1]
	switch {
	case it.Start == prev.Start && it.End == prev.End:
		if hints[i] && hints[i-1] || prev.Parallel.Shared || besideEachOther(*prev, *it) {
			it.Parallel.Shared, prev.Parallel.Shared = true, true
			return
		}
		b.note.warn(CodeSameSlot, it.Line, "slot", slotText(*it), "title", it.Title, "other", prev.Title)
	case prev.End > it.Start && it.Start >= prev.Start && prev.End > prev.Start:
		if it.Room != "" && prev.Room != "" && it.Room != prev.Room {
			it.Parallel.Shared = true
			b.compareRoom(items, i)
			return
		}
		b.note.warn(CodeOverlap, it.Line, "slot", slotText(*it), "title", it.Title, "other", prev.Title, "otherSlot", slotText(*prev))
	}
}

// compareRoom points at an earlier item in the room of this one that is not over.
func (b *programmeBuilder) compareRoom(items []Item, i int) {
	it := items[i]
	for k := i - 2; k >= max(0, i-20); k-- {
		if other := items[k]; other.Room == it.Room && other.End > it.Start && other.Start <= it.Start {
			b.note.warn(CodeOverlap, it.Line, "slot", slotText(it), "title", it.Title, "other", other.Title, "otherSlot", slotText(other))
			return
		}
	}
}

// besideEachOther says that two items of one slot name different groups, rooms or tracks.
func besideEachOther(a, c Item) bool {
	if a.Room != "" && c.Room != "" && a.Room != c.Room {
		return true
	}
	branchA, branchB := branchOf(a.Title), branchOf(c.Title)
	return branchA != "" && branchB != "" && branchA != branchB || saysParallel(a.Title) && saysParallel(c.Title)
}

// branchOf finds "Group A", "Room 2", "กลุ่มที่ 1", "Track B" in a title.
func branchOf(title string) string {
	low := strings.ToLower(title)
	for _, w := range []string{"group work ", "group ", "room ", "track ", "session ", "stream ", "กลุ่มที่", "กลุ่ม", "ห้อง", "kelompok ", "ruang ", "sesi ", "nhóm ", "phòng ", "grupo ", "sala ", "mesa ", "groupe ", "salle ", "atelier "} {
		if at := strings.LastIndex(low, w); at >= 0 {
			rest := strings.TrimLeft(low[at+len(w):], " ")
			end := strings.IndexAny(rest, " :,)–-")
			if end < 0 {
				end = len(rest)
			}
			if end > 0 && end <= 12 {
				return w + rest[:end]
			}
		}
	}
	return ""
}
