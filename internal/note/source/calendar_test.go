package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func calendarOf(head string, events ...string) []byte {
	s := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + head
	for _, e := range events {
		s += "BEGIN:VEVENT\r\n" + strings.ReplaceAll(e, "|", "\r\n") + "\r\nEND:VEVENT\r\n"
	}
	return []byte(s + "END:VCALENDAR\r\n")
}

const customZone = "BEGIN:VTIMEZONE\r\nTZID:Own Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0630\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

func TestCalendar(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want string // events as start/end, zone offset, summary
		zone string
	}{
		"a zone by name":    {calendarOf("", "DTSTART;TZID=Asia/Bangkok:20260623T090000|DTEND;TZID=Asia/Bangkok:20260623T093000|SUMMARY:A"), "06-23 09:00-09:30 +0700 A", "Asia/Bangkok"},
		"a zone of its own": {calendarOf(customZone, "DTSTART;TZID=Own Time:20260623T090000|DURATION:PT1H15M|SUMMARY:A"), "06-23 09:00-10:15 +0630 A", ""},
		"an unknown zone":   {calendarOf("", "DTSTART;TZID=Nowhere:20260623T090000|SUMMARY:A"), "06-23 09:00- +0000 A", ""},
		"UTC, with a zone":  {calendarOf("X-WR-TIMEZONE:Asia/Bangkok\r\n", "DTSTART:20260623T020000Z|DTEND:20260623T023000Z|SUMMARY:A"), "06-23 09:00-09:30 +0700 A", "Asia/Bangkok"},
		"UTC alone":         {calendarOf("", "DTSTART:20260623T020000Z|SUMMARY:A"), "06-23 02:00- +0000 A", ""},
		"no zone":           {calendarOf("X-WR-TIMEZONE:Asia/Tokyo\r\n", "DTSTART:20260623T090000|SUMMARY:A"), "06-23 09:00- +0900 A", "Asia/Tokyo"},
		"two zones":         {calendarOf("", "DTSTART;TZID=Asia/Tokyo:20260623T110000|SUMMARY:B", "DTSTART;TZID=Asia/Bangkok:20260623T090000|SUMMARY:A", "DTSTART;TZID=Asia/Bangkok:20260623T100000|SUMMARY:C"), "06-23 09:00- +0700 B, 06-23 09:00- +0700 A, 06-23 10:00- +0700 C", "Asia/Bangkok"},
		"summer time":       {calendarOf("", "DTSTART;TZID=Europe/Paris:20260623T090000|SUMMARY:A", "DTSTART;TZID=Europe/Paris:20261223T090000|SUMMARY:B"), "06-23 09:00- +0200 A, 12-23 09:00- +0100 B", "Europe/Paris"},
		"all day":           {calendarOf("", "DTSTART;VALUE=DATE:20260623|SUMMARY:A"), "06-23 all day A", ""},
		"folded and marked": {calendarOf("", "DTSTART:20260623T090000|SUMMARY:A\\, b\\; c\\nd and mo|\tre ก| า"), "06-23 09:00- +0000 A, b; c\nd and more กา", ""},
		"an end before":     {calendarOf("", "DTSTART:20260623T090000|DTEND:20260623T080000|SUMMARY:A"), "06-23 09:00- +0000 A", ""},
		"cancelled":         {calendarOf("", "DTSTART:20260623T090000|SUMMARY:A", "DTSTART:20260623T100000|STATUS:CANCELLED|SUMMARY:B", "SUMMARY:no start"), "06-23 09:00- +0000 A", ""},
		"not closed":        {[]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260623T090000\nSUMMARY:A\nand a line that is none\n"), "06-23 09:00- +0000 A", ""},
		"repeated days":     {calendarOf("", "DTSTART:20260623T090000|DTEND:20260623T093000|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20260624T090000|SUMMARY:A"), "06-23 09:00-09:30 +0000 A, 06-25 09:00-09:30 +0000 A", ""},
		"repeated weeks":    {calendarOf("", "DTSTART:20260623T090000|RRULE:FREQ=WEEKLY;UNTIL=20260707T235959Z|SUMMARY:A"), "06-23 09:00- +0000 A, 06-30 09:00- +0000 A, 07-07 09:00- +0000 A", ""},
		"weekdays":          {calendarOf("", "DTSTART:20260623T090000|RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3|SUMMARY:A"), "06-23 09:00- +0000 A, 06-25 09:00- +0000 A, 06-30 09:00- +0000 A", ""},
		"for ever":          {calendarOf("", "DTSTART:20260623T090000|RRULE:FREQ=DAILY|SUMMARY:A"), "06-23 09:00- +0000 A", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read("a.ics", c.data)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, ev := range got.Events {
				all = append(all, tell(ev))
			}
			if s := strings.Join(all, ", "); s != c.want || got.Zone != c.zone {
				t.Errorf("%q in %q, want %q in %q", s, got.Zone, c.want, c.zone)
			}
		})
	}
}

func tell(ev Event) string {
	if ev.AllDay {
		return ev.Start.Format("01-02") + " all day " + ev.Summary
	}
	end := ""
	if !ev.End.IsZero() {
		end = ev.End.Format("15:04")
	}
	return fmt.Sprintf("%s-%s %s %s", ev.Start.Format("01-02 15:04"), end, ev.Start.Format("-0700"), ev.Summary)
}

func TestCalendarBody(t *testing.T) {
	got := reads(t, "a.ics", calendarOf("X-WR-CALNAME:The workshop\r\n",
		"UID:u1|DTSTART:20260624T090000|DTEND:20260624T093000|SUMMARY:B|LOCATION:Room|  1", "DTSTART;VALUE=DATE:20260623|SUMMARY:Arrival",
		"UID:u2|DTSTART:20260623T090000|SUMMARY:A|CATEGORIES:talk,q\\,a|DESCRIPTION:d|X-SALA-TITLE-TH:ก|X-SALA-DECIDES:TRUE"),
		"# The workshop\n\n## 2026-06-23\n| – | Arrival |  |\n| 09:00 | A |  |\n\n## 2026-06-24\n| 09:00-09:30 | B | Room 1 |")
	ev := got.Events[1]
	if got.Title != "The workshop" || ev.UID != "u2" || ev.Line != 5 || fmt.Sprint(ev.Categories) != "[talk q,a]" || ev.Extra["title-th"] != "ก" || ev.Extra["decides"] != "TRUE" || ev.Description != "d" {
		t.Errorf("%+v", got)
	}
}

func TestCalendarDoubts(t *testing.T) {
	for rule, doubted := range map[string]bool{
		"FREQ=DAILY": true, "FREQ=MONTHLY;COUNT=2": true, "FREQ=DAILY;COUNT=51": true, "FREQ=WEEKLY;BYDAY=1MO;COUNT=2": true, "FREQ=DAILY;UNTIL=x": true, "FREQ=DAILY;INTERVAL=0;COUNT=3": true,
		"FREQ=SECONDLY;COUNT=3": true, "FREQ=DAILY;COUNT=50": false,
	} {
		got, err := Read("a.ics", calendarOf("", "DTSTART:20260623T090000|RRULE:"+rule+"|SUMMARY:A"))
		if err != nil {
			t.Fatal(err)
		}
		if found := len(got.Doubts) == 1 && got.Doubts[0].Code == Repeats && got.Doubts[0].Args["rule"] == rule; found != doubted {
			t.Errorf("%s: %+v", rule, got.Doubts)
		}
	}
	got, err := Read("a.ics", calendarOf("", "DTSTART:20260623T090000Z|SUMMARY:A"))
	if err != nil || len(got.Doubts) != 1 || got.Doubts[0].Code != TimesInUTC {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCalendarLimits(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"deep nesting":      {"BEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:X\r\n", 100_000), ErrTooLarge},
		"a long parameter":  {"BEGIN:VCALENDAR\r\nX;Y=" + strings.Repeat("a", 1<<20) + ":z\r\nEND:VCALENDAR\r\n", ErrTooLarge},
		"ends out of order": {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", ErrBroken},
		"no events":         {"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ErrEmpty},
	} {
		began := time.Now()
		if _, err := Read("a.ics", []byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if took := time.Since(began); took > time.Second*slower {
			t.Errorf("%s: took %s", name, took)
		}
	}
}
