package schedule

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The forms are those that conference apps read: schedule.xml as pentabarf and
// frab write it, and the JSON beside it (https://c3voc.de/wiki/schedule).

// day is the items of one date.
type day struct {
	date  string
	items []Item
}

func (p Plan) days() []day {
	var days []day
	for _, item := range p.Items {
		date := item.Start.In(p.Zone).Format(time.DateOnly)
		if n := len(days); n == 0 || days[n-1].date != date {
			days = append(days, day{date: date})
		}
		days[len(days)-1].items = append(days[len(days)-1].items, item)
	}
	return days
}

// rooms are the rooms of a day in the order in which they are used; what has no
// room of its own is in the place as a whole.
func (p Plan) rooms(d day) []string {
	var rooms []string
	for _, item := range d.items {
		if room := p.roomOf(item); !slices.Contains(rooms, room) {
			rooms = append(rooms, room)
		}
	}
	return rooms
}

func (p Plan) roomOf(item Item) string {
	return cmp.Or(item.Room, p.Place, p.Title)
}

// numbering gives people numbers in the order in which they come up.
type numbering map[Person]int

func (n numbering) of(p Person) int {
	if n[p] == 0 {
		n[p] = len(n) + 1
	}
	return n[p]
}

// everybody names the people of an item and of its parts, once each.
func everybody(item Item) []Person {
	all := slices.Clone(item.Speakers)
	for _, part := range item.Parts {
		for _, p := range part.Speakers {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (p Plan) version() string {
	if p.Changed.IsZero() {
		return "0"
	}
	return p.Changed.UTC().Format("2006-01-02 15:04")
}

func (p Plan) number(item Item) int {
	return 1 + slices.IndexFunc(p.Items, func(i Item) bool { return i.ID == item.ID })
}

// guid is a UUID that stays the same when the item moves (version 8: RFC 9562).
func (p Plan) guid(item Item) string {
	sum := sha256.Sum256([]byte(item.ID + "@" + p.ID))
	sum[6], sum[8] = sum[6]&0x0F|0x80, sum[8]&0x3F|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func (d day) last() time.Time { return Plan{Items: d.items}.Ends() }

// duration is "01:30"; an open end has none.
func duration(item Item) string {
	if item.End.IsZero() {
		return "00:00"
	}
	minutes := int(item.End.Sub(item.Start).Minutes())
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

func stamp(t time.Time) string { return t.Format(time.RFC3339) }

func dateOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// slug is made of ids alone: titles in Thai make none that every app can read.
func slug(parts ...string) string {
	return strings.ToLower(strings.NewReplacer("_", "-", "/", "-").Replace(strings.Join(parts, "-")))
}
