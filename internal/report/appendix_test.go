package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sala.example/internal/document"
	"sala.example/internal/document/documenttest"
	"sala.example/internal/rating"
)

func TestAppendixOnlyWithResults(t *testing.T) {
	if got := sectionText(Build(bare(t).source(), "en"), "appendix"); got != "" {
		t.Errorf("an appendix before anything was rated:\n%s", got)
	}
	if got := sectionText(Build(nothingAgreed(t).source(), "en"), "appendix"); got != "" {
		t.Errorf("an appendix of two ratings that are not shown:\n%s", got)
	}
}

// A small panel gets its median without an interval, and shares with one.
func TestMeasuresOfASmallPanel(t *testing.T) {
	counts := rating.Counts{6: 1, 7: 1, 8: 1}
	i := rating.IntervalsOf(counts, rating.DefaultLevel)
	if got := medianWithin(8, i.Median); got != "8" {
		t.Errorf("median %q", got)
	}
	if got := shareWithin(1, i.ShareHigh); got != "100 (29–100)" {
		t.Errorf("share %q", got)
	}
}

// The appendix has one row for each recommendation, criterion and round: the
// distribution, the measures of the room and of the accepting party, and every
// role group; and one for each step from a round to the next.
func TestAppendixTables(t *testing.T) {
	d := finished(t)
	var dense []document.Table
	within := false
	for _, block := range Build(d.source(), "en").Blocks {
		if h, ok := block.(document.Heading); ok && h.ID == "appendix" {
			within = true
		}
		if table, ok := block.(document.Table); ok && table.Dense && within {
			dense = append(dense, table)
		}
	}
	if len(dense) != 7 {
		t.Fatalf("%d dense tables", len(dense))
	}
	rated, again, byParty := 0, 0, 0
	for _, r := range d.s.Recommendations {
		for i, one := range resultsOf(d.s, r.ID) {
			for _, c := range one.result.Tally.Criteria {
				if len(c.Cells) > 0 {
					rated++
					again += min(i, 1)
					if _, shown := c.Cell(d.s.Settings.AcceptingParty); shown {
						byParty++
					}
				}
			}
		}
	}
	for i, want := range []int{rated, rated, byParty, rated, again} {
		if len(dense[i].Rows) != want || len(dense[i].Header) != len(dense[i].Widths) || len(dense[i].Header) != len(dense[i].Align) {
			t.Errorf("table %d: %d rows, want %d; %d columns", i, len(dense[i].Rows), want, len(dense[i].Header))
		}
		for _, row := range dense[i].Rows {
			if len(row) != len(dense[i].Header) {
				t.Errorf("table %d: a row of %d cells under %d heads", i, len(row), len(dense[i].Header))
			}
		}
	}
}

// What a study must report of each result is in its row.
func TestAppendixRows(t *testing.T) {
	d := finished(t)
	got := sectionText(Build(d.source(), "en"), "appendix")
	round, result := d.s.LastResult(d.rec(5).ID)
	c, _ := result.Tally.Criterion(rating.Feasible)
	s := rating.Summarise(c.Room(), round.Gate.Convention)
	for _, want := range []string{"IPR", "IPRAS", "DI", "MAD", "RAND/UCLA", "appropriate", "Provincial officers: median", decimal(s.MeanAbsDev), decimal(s.IPRAS)} {
		if !strings.Contains(got, want) {
			t.Errorf("the appendix does not tell %q", want)
		}
	}
	if !strings.Contains(got, "6 → 8"+movedMark) {
		t.Error("the officers' move from 6 to 8 is not told")
	}
}

// A cell of the table of role groups never stands for fewer than three people.
func TestAppendixHidesSmallGroups(t *testing.T) {
	everyReport(t, func(t *testing.T, src *Source, d *document.Document) {
		for _, table := range tables(d) {
			if !table.Dense {
				continue
			}
			if slices.Contains(table.Header, src.State.GroupName("employers", d.Lang)) {
				t.Error("a group of two has a column")
			}
			for _, row := range table.Rows {
				for _, cell := range row {
					if n := peopleIn(documenttest.Plain(cell.Runs)); n >= 0 && n < rating.MinCell {
						t.Errorf("%d people in %q", n, documenttest.Plain(cell.Runs))
					}
				}
			}
		}
	})
}

// peopleIn reads the 11 of "8 (11)", -1 for another cell.
func peopleIn(cell string) int {
	n := -1
	if found := inBrackets.FindStringSubmatch(cell); found != nil {
		n, _ = strconv.Atoi(found[1])
	}
	return n
}

var inBrackets = regexp.MustCompile(`^[0-9.]+ \(([0-9]+)\)`)

// What was rated twice has a picture of both rounds with its result, and its
// numbers in the table under it.
func TestPictureOfTwoRounds(t *testing.T) {
	d := finished(t)
	pictures := 0
	for _, b := range Build(d.source(), "en").Blocks {
		f, ok := b.(document.Figure)
		if !ok || !strings.Contains(f.Caption, "Round 2 is filled") {
			continue
		}
		pictures++
		if first := documenttest.Plain(f.Table.Rows[0][0].Runs); !strings.HasPrefix(first, "Round 2, ") {
			t.Errorf("the table begins with %q", first)
		}
	}
	if pictures != 2 {
		t.Errorf("%d pictures of two rounds, want those of recommendations 5 and 6", pictures)
	}
	once, twice := resultsOf(d.s, d.rec(1).ID), resultsOf(d.s, d.rec(5).ID)
	if _, ok := RoundsPicture(d.s, once[0].round, once[0].result, "th", true); ok {
		t.Error("a picture of two rounds of what was rated once")
	}
	if _, ok := RoundsPicture(d.s, twice[0].round, twice[0].result, "th", true); ok {
		t.Error("a picture of two rounds for the first of them")
	}
	phone, ok := RoundsPicture(d.s, twice[1].round, twice[1].result, "th", true)
	if !ok || phone.W != narrow || len(phone.Own) != len(twice[1].result.Tally.Criteria) {
		t.Errorf("for a phone: %v, %v wide, marks %+v", ok, phone.W, phone.Own)
	}
	if paper, ok := RoundsPicture(d.s, twice[1].round, twice[1].result, "th", false); !ok || len(paper.Own) > 0 {
		t.Error("what a room sees has a mark for a single reader")
	}
}

func TestDayPictureFollowsReopening(t *testing.T) {
	d := finished(t)
	picture, drawn := DayPicture(d.s, "2014-09-23", "en", true)
	if !drawn || !strings.Contains(picture.Desc, "agreed: 4") || !strings.Contains(picture.Desc, "rejected: 1") {
		t.Errorf("%s", picture.Desc)
	}
	if nothing, drawn := DayPicture(d.s, "2014-09-22", "en", false); drawn {
		t.Errorf("the day before: %s", nothing.Desc)
	}
}
