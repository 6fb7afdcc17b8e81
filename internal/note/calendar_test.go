package note

import (
	"strings"
	"testing"

	"sala.example/internal/note/source"
)

func TestCalendarIsReadAsItStands(t *testing.T) {
	n := readText(t, "a.ics", strings.ReplaceAll(`BEGIN:VCALENDAR
X-WR-CALNAME:Workshop on words
BEGIN:VEVENT
UID:u1
DTSTART;TZID=Asia/Bangkok:20260623T090000
DTEND;TZID=Asia/Bangkok:20260623T093000
SUMMARY:Opening by Dr. Example\, Example University
LOCATION:Town hall
END:VEVENT
BEGIN:VEVENT
UID:u2
DTSTART;TZID=Asia/Bangkok:20260623T230000
DURATION:PT3H
SUMMARY:Agreement
LOCATION:Town hall
CATEGORIES:Other things,DECISION
X-SALA-TITLE-TH:ข้อตกลง
X-SALA-ROOM:Room 1
X-SALA-SPEAKERS:Participant 1 (City)\; Officer 2
X-SALA-PARTS:First\nSecond – Officer 2
X-SALA-PARTS-TH:หนึ่ง\nสอง
X-SALA-DECIDES:TRUE
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260624
SUMMARY:Field visit
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n"))
	got := strings.Split(summary(n), "\n! ")[0]
	want := `title: Workshop on words
lang: en, dates: 2026-06-23 2026-06-24
venue: Town hall
day 2026-06-23
09:00-09:30 [opening] Opening by Dr. Example, Example University
23:00-24:00 [decision] Agreement
    room: Room 1
    speaker: Participant 1 | City
    speaker: Officer 2 | 
    0. First
    0. Second
        speaker: Officer 2 | `
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	it := n.Items()[1]
	if it.Titles["th"] != "ข้อตกลง" || it.UID != "u2" || it.Decides == nil || !*it.Decides || it.Subitems[1].Titles["th"] != "สอง" || !warned(n, CodeAllDay) {
		t.Errorf("%+v %+v", it, n.Warnings)
	}
}

// Every doubt of a document has a warning with a sentence, and every error of one is ours.
func TestDoubtsHaveSentences(t *testing.T) {
	for _, code := range []string{source.LettersRepaired, source.PagesNotRead, source.Repeats, source.AllDay, source.TimesInUTC, source.SheetHidden} {
		if (Warning{Code: code}).Message("en") == "" || (Warning{Code: code}).Message("th") == "" {
			t.Errorf("%s has no sentence", code)
		}
	}
}
