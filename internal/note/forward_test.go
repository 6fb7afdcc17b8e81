package note

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDayClock(t *testing.T) {
	for _, c := range []struct {
		late bool
		in   string
		want string
	}{
		{false, "11:00-12:00|12:00-1:00|1:00-2:00|4:50-5:00", "11:00-12:00|12:00-13:00!|13:00-14:00!|16:50-17:00!"},
		{true, "09:00-10:00|13:00-14:00|14:00-15:00", "09:00-10:00|13:00-14:00|14:00-15:00"},
		{true, "10:30-09:45", "10:30-09:45 end-before-start"},
		{true, "15:00-14:30", "15:00-14:30 end-before-start"},
		{true, "11:00-12:00|09:00-10:00", "11:00-12:00|09:00-10:00 time-goes-back"},
		{false, "1:30-2:00|2:00-3:00", "13:30-14:00!|14:00-15:00!"},
		{false, "8:30-9:00 AM|12:30-1:30 PM|1:30-3:00 PM|4 PM", "08:30-09:00|12:30-13:30|13:30-15:00|16:00-"},
		{false, "11:00-12:30 PM", "11:00-12:30"},
		{false, "11:00 AM-1:00", "11:00-13:00!"},
		{false, "3:00-5:00|7:00-9:00", "15:00-17:00!|19:00-21:00!"},
		{true, "09:00 (45 min)", "09:00-09:45 end-from-duration"},
	} {
		clock := dayClock{last: NoClock, until: NoClock, late: c.late}
		var got []string
		for _, s := range strings.Split(c.in, "|") {
			sl, _, ok := scanSlot(s, 0)
			if !ok {
				t.Fatalf("%q is no slot", s)
			}
			got = append(got, settled(&clock, sl))
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, joined, c.want)
		}
	}
}

// settled writes a slot as read, with ! for a time read as afternoon and the code of any other doubt.
func settled(clock *dayClock, sl slot) string {
	start, end, doubts := clock.read(sl)
	out := start.String() + "-" + end.String()
	for _, d := range doubts {
		if d == doubtAfternoon {
			out += "!"
		} else {
			out += " " + string(d)
		}
	}
	return out
}

// TestTimesNeverGoBackSilently: whatever the times of a programme, one that starts before the item above it, or that ends
// before its start, is named in a warning.
func TestTimesNeverGoBackSilently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("Workshop\n3 March 2026\n")
		for i := range rapid.IntRange(1, 12).Draw(t, "items") {
			from, to := rapid.IntRange(0, 24*12-1).Draw(t, "from")*5, rapid.IntRange(0, 24*12-1).Draw(t, "to")*5
			fmt.Fprintf(&b, "%d:%02d-%d:%02d Item %c\n", from/60, from%60, to/60, to%60, 'A'+i)
		}
		n, err := Parse(b.String())
		if err != nil {
			t.Fatal(err)
		}
		last := NoClock
		for _, it := range n.Items() {
			if it.Start < last && !warnedAt(n, CodeBackwards, it.Line) {
				t.Fatalf("line %d goes back to %s without a warning in\n%s", it.Line, it.Start, &b)
			}
			if it.End < it.Start && !warnedAt(n, CodeEndBeforeStart, it.Line) {
				t.Fatalf("line %d ends at %s before %s without a warning in\n%s", it.Line, it.End, it.Start, &b)
			}
			last = it.Start
		}
	})
}

// TestWrittenProgrammeIsRead: a programme written with plain 24-hour times is read as it is, in every style of writing.
func TestWrittenProgrammeIsRead(t *testing.T) {
	styles := []struct{ format, between string }{{"%02d:%02d", " - "}, {"%02d.%02d", "-"}, {"%02d:%02d", " – "}, {"%02dh%02d", " à "}, {"%02d%02d", "-"}, {"%02d.%02d", " ถึง "}, {"%02d:%02d", " to "}}
	rapid.Check(t, func(t *rapid.T) {
		style := rapid.SampledFrom(styles).Draw(t, "style")
		at := rapid.IntRange(6*12, 9*12).Draw(t, "first")
		var want []string
		var b strings.Builder
		b.WriteString("Workshop on reading\n3 March 2026\n")
		for i := range rapid.IntRange(2, 10).Draw(t, "items") {
			next := at + rapid.IntRange(1, 14).Draw(t, "length")
			from, to := fmt.Sprintf(style.format, at/12, at%12*5), fmt.Sprintf(style.format, next/12, next%12*5)
			fmt.Fprintf(&b, "%s%s%s Item %c\n", from, style.between, to, 'A'+i)
			want = append(want, fmt.Sprintf("%s-%s Item %c", Clock(at*5), Clock(next*5), 'A'+i))
			at = next
		}
		n, err := Parse(b.String())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, it := range n.Items() {
			got = append(got, fmt.Sprintf("%s-%s %s", it.Start, it.End, it.Title))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("read\n%s\nfrom\n%s", strings.Join(got, "\n"), &b)
		}
	})
}

func warnedAt(n *Note, code string, line int) bool {
	for _, w := range n.Warnings {
		if w.Code == code && w.Line == line {
			return true
		}
	}
	return false
}
