package plan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var kinds = []string{Registration, Talk, Talk, Talk, QA, Break, Group, Presentation, Decision, Closing, "opening", "other"}

// somePlan draws a programme of one day or two, at times with gaps, parallel rooms, missing ends and overlaps.
func somePlan(t *rapid.T) []Item {
	var items []Item
	for _, date := range []string{"2026-11-23", "2026-11-24"}[:rapid.IntRange(1, 2).Draw(t, "days")] {
		at := 8*60 + 5*rapid.IntRange(0, 24).Draw(t, "first")
		for range rapid.IntRange(0, 12).Draw(t, "items") {
			it := Item{
				Date: date, Start: at, End: at + rapid.SampledFrom([]int{5, 10, 15, 20, 30, 45, 47, 60, 60, 90, 120}).Draw(t, "length"),
				Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Talks: rapid.IntRange(0, 3).Draw(t, "talks"),
			}
			it.Decides = it.Kind == Decision
			at = it.End + rapid.SampledFrom([]int{0, 0, 0, 0, 0, 5, 10, 40}).Draw(t, "gap")
			switch rapid.IntRange(0, 11).Draw(t, "odd") {
			case 0:
				it.Room = "A"
				beside := it
				beside.Room, beside.End = "B", beside.End-rapid.SampledFrom([]int{0, 0, 5}).Draw(t, "shorter")
				items = append(items, beside)
			case 1:
				it.End = NoEnd
			case 2:
				it.Start -= rapid.SampledFrom([]int{0, 0, 10}).Draw(t, "early")
			}
			items = append(items, it)
		}
	}
	return items
}

func TestProposals(t *testing.T) {
	proposals := 0
	rapid.Check(t, func(t *rapid.T) {
		items := somePlan(t)
		n, interpreted := rapid.IntRange(0, 15).Draw(t, "recommendations"), rapid.Bool().Draw(t, "interpreted")
		for _, f := range Check(items, n, interpreted) {
			if f.Proposal != nil {
				proposals++
				checkProposal(t, items, f, n, interpreted)
			}
		}
	})
	if proposals < 20 {
		t.Errorf("only %d proposals were made: the property says little", proposals)
	}
}

func checkProposal(t *rapid.T, items []Item, f Finding, n int, interpreted bool) {
	before, rest := split(items, f.Date)
	checkNothingLost(t, before, f)
	checkNoOverlap(t, f.Proposal)
	if a, b := lastEnd(before), lastEnd(f.Proposal); a != b {
		t.Fatalf("%s: the day ended at %s, now at %s:\n%s", f.Code, Clock(a), Clock(b), written(f.Proposal))
	}
	for _, it := range f.Proposal {
		checkShortened(t, items, it, f)
	}
	for _, g := range Check(append(rest, f.Proposal...), n, interpreted) {
		if g.Code == f.Code && g.Date == f.Date && sameMatter(f, g, append(rest, f.Proposal...)) {
			t.Fatalf("%s is still there after its proposal:\n%s", f.Code, written(f.Proposal))
		}
	}
}

func split(items []Item, date string) (on, rest []Item) {
	for i, it := range items {
		it.Of = i
		if it.Date == date {
			on = append(on, it)
		} else {
			rest = append(rest, it)
		}
	}
	return on, rest
}

func checkNothingLost(t *rapid.T, before []Item, f Finding) {
	for _, it := range before {
		if n := len(slices.DeleteFunc(slices.Clone(f.Proposal), func(o Item) bool { return o.Of != it.Of })); n != 1 {
			t.Fatalf("%s: item %d is there %d times", f.Code, it.Of, n)
		}
	}
	for _, it := range f.Proposal {
		if it.Date != f.Date {
			t.Fatalf("%s: an item goes to %s", f.Code, it.Date)
		}
	}
}

func checkNoOverlap(t *rapid.T, day []Item) {
	for i, it := range day {
		for _, other := range day[:i] {
			if it.Start < endOf(other, day) && other.Start < endOf(it, day) && (it.Room == other.Room || it.Room == "" || other.Room == "") {
				t.Fatalf("two items overlap:\n%s", written(day))
			}
		}
	}
}

// checkShortened wants every item at its length, but talks, which keep half and ten minutes, and what the finding is about.
func checkShortened(t *rapid.T, items []Item, it Item, f Finding) {
	if it.Of == New || it.End == NoEnd || items[it.Of].End == NoEnd || slices.Contains(f.Items, it.Of) && it.Kind != Talk {
		return
	}
	once, now := items[it.Of].End-items[it.Of].Start, it.End-it.Start
	if it.Kind == Talk && now < once && now >= leastTalk && 2*now >= once && (once-now)%step == 0 {
		return
	}
	if now != once {
		t.Fatalf("%s: a %s of %d minutes has %d", f.Code, it.Kind, once, now)
	}
}

func lastEnd(items []Item) int {
	last := 0
	for _, it := range items {
		last = max(last, endOf(it, items))
	}
	return last
}

// sameMatter says that two findings are about the same items; those of the second are places in a new programme.
func sameMatter(f, g Finding, now []Item) bool {
	if len(f.Items) == 0 || len(g.Items) == 0 {
		return true
	}
	return slices.ContainsFunc(g.Items, func(i int) bool { return slices.Contains(f.Items, now[i].Of) })
}

// Any programme at all is looked at without a panic.
func TestAnyProgramme(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.Custom(func(t *rapid.T) Item {
			return Item{
				Date: rapid.SampledFrom([]string{"", "2026-11-23", "x"}).Draw(t, "date"), Start: rapid.IntRange(-2, 1500).Draw(t, "start"),
				End: rapid.IntRange(-2, 1500).Draw(t, "end"), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Room: rapid.SampledFrom([]string{"", "A"}).Draw(t, "room"),
				Decides: rapid.Bool().Draw(t, "decides"), Talks: rapid.IntRange(-1, 4).Draw(t, "talks"),
			}
		})
		Check(rapid.SliceOfN(item, 0, 12).Draw(t, "items"), rapid.IntRange(-1, 20).Draw(t, "n"), rapid.Bool().Draw(t, "interpreted"))
	})
}
