package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// programmeOf reads lines such as "09:00-10:00 talk", with "+3" for three talks inside, "!" where the room can agree,
// "@A" for a room, and nothing after the dash for an item without an end. A line with a date begins a day.
func programmeOf(t *testing.T, text string) []Item {
	t.Helper()
	var items []Item
	date := "2026-11-23"
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 1 {
			date = fields[0]
			continue
		}
		start, end, _ := strings.Cut(fields[0], "-")
		it := Item{Date: date, Start: minute(t, start), End: minute(t, end), Kind: fields[1]}
		for _, more := range fields[2:] {
			switch more[0] {
			case '!':
				it.Decides = true
			case '@':
				it.Room = more[1:]
			case '+':
				it.Talks = int(more[1] - '0')
			}
		}
		items = append(items, it)
	}
	return items
}

func minute(t *testing.T, clock string) int {
	t.Helper()
	switch clock {
	case "":
		return NoEnd
	case "?":
		return Unclear
	}
	var h, m int
	if _, err := fmt.Sscanf(clock, "%d:%d", &h, &m); err != nil {
		t.Fatalf("%q is no time: %v", clock, err)
	}
	return 60*h + m
}

// written is a proposal as lines; what is new has a star.
func written(items []Item) string {
	var b strings.Builder
	for _, it := range items {
		fmt.Fprintf(&b, "%s-%s %s", Clock(it.Start), Clock(it.End), it.Kind)
		if it.Of == New {
			b.WriteString(" *")
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

func found(findings []Finding, code string) *Finding {
	for i := range findings {
		if findings[i].Code == code {
			return &findings[i]
		}
	}
	return nil
}

func codes(findings []Finding) []string {
	all := []string{}
	for _, f := range findings {
		all = append(all, f.Code)
	}
	return all
}

// The day of the concept note that Sala began with.
const conceptNote = `
08:30-09:00 registration
09:00-09:10 opening
09:10-09:20 introduction
09:20-09:35 introduction
09:35-10:35 talk +3
10:35-10:45 qa
10:45-11:00 break
11:00-12:00 talk
12:00-13:00 break
13:00-14:00 group
14:00-14:30 break
14:30-16:00 group
16:00-16:30 presentation !
16:30-16:50 decision !
16:50-17:00 closing
`

func TestTheConceptNote(t *testing.T) {
	findings := Check(programmeOf(t, conceptNote), 12, true)
	want := []string{CodeShort, CodeFewQuestions, CodeBoothDay}
	if diff := cmp.Diff(want, codes(findings)); diff != "" {
		t.Fatalf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"minutes": "50", "n": "12", "wanted": "60"}, findings[0].Args); diff != "" {
		t.Errorf("time to agree (-want +got):\n%s", diff)
	}
	day := written(findings[0].Proposal)
	for _, line := range []string{"09:35-10:30 talk", "10:55-11:50 talk", "11:50-12:50 break", "16:20-16:50 decision", "16:50-17:00 closing"} {
		if !strings.Contains(day, line) {
			t.Errorf("the proposal lacks %q:\n%s", line, day)
		}
	}
}

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct {
		programme   string
		n           int
		interpreted bool
		code        string
		items       []int
		proposal    string // "" for none
	}{
		"nothing is agreed": {
			"09:00-10:00 talk\n10:00-11:00 talk\n11:00-11:10 closing", 0, false, CodeNoDecision,
			[]int{},
			"09:00-09:45 talk\n09:45-10:30 talk\n10:30-11:00 decision *\n11:00-11:10 closing",
		},
		"talks have too little to give for half an hour": {
			"09:00-09:30 talk\n09:30-10:00 qa\n10:00-10:10 closing", 0, false, CodeNoDecision,
			[]int{},
			"09:00-09:15 talk\n09:15-09:45 qa\n09:45-10:00 decision *\n10:00-10:10 closing",
		},
		"talks have nothing to give": {"09:00-09:10 talk\n09:10-09:20 closing", 4, false, CodeNoDecision, []int{}, ""},
		"nobody reports": {
			"09:00-10:00 talk\n10:00-11:00 group @A\n10:00-11:00 group @B\n11:00-11:30 decision !", 1, false, CodeNoReport,
			[]int{1, 2},
			"09:00-09:30 talk\n09:30-10:30 group\n09:30-10:30 group\n10:30-11:00 presentation *\n11:00-11:30 decision",
		},
		"no break": {
			"09:00-10:00 talk\n10:00-11:00 talk\n11:00-12:00 decision !", 1, false, CodeStretch,
			[]int{0, 1, 2},
			"09:00-09:50 talk\n09:50-10:05 break *\n10:05-11:00 talk\n11:00-12:00 decision",
		},
		"a group photo of five minutes is no break": {
			"09:00-10:30 talk\n10:30-10:35 break\n10:35-12:00 decision !", 1, false, CodeStretch,
			[]int{0, 1, 2},
			"09:00-10:15 talk\n10:15-10:30 break *\n10:30-10:35 break\n10:35-12:00 decision",
		},
		"one long item": {"09:00-12:00 group\n12:00-13:00 break\n13:00-14:00 presentation !", 1, false, CodeStretch, []int{0}, ""},
		"no lunch": {
			"10:00-11:00 talk\n11:00-11:10 break\n11:10-12:10 talk\n12:10-12:20 break\n12:20-13:20 talk\n13:20-14:20 decision !", 1, false, CodeNoLunch,
			[]int{},
			"10:00-10:40 talk\n10:40-10:50 break\n10:50-11:30 talk\n11:30-12:30 break *\n12:30-12:40 break\n12:40-13:20 talk\n13:20-14:20 decision",
		},
		"few questions": {
			"09:00-10:00 talk +4\n10:00-10:05 qa\n10:05-10:20 break\n10:20-11:00 decision !", 1, false, CodeFewQuestions,
			[]int{0, 1},
			"09:00-09:45 talk\n09:45-10:05 qa\n10:05-10:20 break\n10:20-11:00 decision",
		},
		"no questions": {
			"09:00-09:30 talk\n09:30-10:00 talk\n10:00-11:00 decision !", 1, false, CodeFewQuestions,
			[]int{0, 1},
			"09:00-09:25 talk\n09:25-09:50 talk\n09:50-10:00 qa *\n10:00-11:00 decision",
		},
		"the booth has no rest": {
			"09:00-10:40 talk\n10:40-12:30 decision !", 1, true, CodeBooth,
			[]int{0, 1},
			"09:00-10:25 talk\n10:25-10:40 break *\n10:40-12:30 decision",
		},
		"the booth has a long day": {"08:00-10:00 talk\n10:00-10:15 break\n10:15-12:00 talk\n12:00-13:00 break\n13:00-15:00 decision !\n15:00-15:15 break\n15:15-17:00 group", 1, true, CodeBoothDay, []int{}, ""},
		"no ends": {
			"09:00- talk\n10:00- decision !\n11:00-11:10 closing", 1, false, CodeNoEnd,
			[]int{0, 1},
			"09:00-10:00 talk\n10:00-11:00 decision\n11:00-11:10 closing",
		},
		"an open day": {"09:00-10:00 decision !\n10:00- closing", 1, false, CodeOpenDay, []int{1}, ""},
		"a gap": {
			"09:00-10:00 decision !\n10:30-11:00 closing", 1, false, CodeGap,
			[]int{0, 1},
			"09:00-10:00 decision\n10:00-10:30 break *\n10:30-11:00 closing",
		},
		"a long gap":             {"08:00-09:00 decision !\n13:59-15:00 closing", 1, false, CodeNoLunch, nil, ""},
		"one room twice":         {"09:00-10:00 talk @A\n09:30-10:30 talk @A\n10:30-11:00 decision !", 1, false, CodeOverlap, []int{0, 1}, ""},
		"an overlap stops moves": {"09:00-10:00 talk\n09:30-10:30 talk\n10:30-11:00 closing", 1, false, CodeNoDecision, []int{}, ""},
		"unclear":                {"?-10:00 talk\n10:00-11:00 decision !", 1, false, CodeUnclear, []int{0}, ""},
		"ends before it starts":  {"10:00-09:00 talk\n10:00-11:00 decision !", 1, false, CodeUnclear, []int{0}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			findings := Check(programmeOf(t, c.programme), c.n, c.interpreted)
			f := found(findings, c.code)
			if c.items == nil {
				if f != nil {
					t.Fatalf("%s is found, and should not be", c.code)
				}
				return
			}
			if f == nil {
				t.Fatalf("%s is not found, only %v", c.code, codes(findings))
			}
			if !slices.Equal(f.Items, c.items) {
				t.Errorf("it is about items %v, want %v", f.Items, c.items)
			}
			if diff := cmp.Diff(c.proposal, written(f.Proposal)); diff != "" {
				t.Errorf("proposal (-want +got):\n%s", diff)
			}
		})
	}
}

// Whoever plans well hears nothing.
func TestNothingToFind(t *testing.T) {
	for name, programme := range map[string]string{
		"a good day":      "09:00-09:30 registration\n09:30-10:30 talk\n10:30-10:45 break\n10:45-12:00 group @A\n10:45-12:00 group @B\n12:00-13:00 break\n13:00-13:30 presentation\n13:30-14:30 decision !\n14:30-14:40 closing",
		"lunch unwritten": "09:00-11:00 talk\n13:00-14:00 decision !\n14:00-14:10 closing",
		"two days":        "2026-11-23\n09:00-10:00 talk\n10:00-11:00 group\n2026-11-24\n09:00-10:00 presentation\n10:00-11:00 decision !",
		"nothing at all":  "2026-11-23",
	} {
		if got := Check(programmeOf(t, programme), 6, true); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}
