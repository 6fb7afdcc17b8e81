package report

import (
	"slices"
	"strings"
	"testing"

	"sala.example/internal/document"
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

// The recommendations that were rated twice have a picture of both rounds, and
// the table under it says which groups moved.
func TestAppendixComparesRounds(t *testing.T) {
	d := finished(t)
	blocks := Build(d.source(), "en").Blocks
	var changes []document.Table
	for i, b := range blocks {
		if f, ok := b.(document.Figure); ok && strings.HasPrefix(f.Caption, "Round 2 (filled)") {
			changes = append(changes, blocks[i+1].(document.Table))
		}
	}
	if len(changes) != 2 {
		t.Fatalf("%d pictures of two rounds, want those of recommendations 5 and 6", len(changes))
	}
	moved := slices.ContainsFunc(changes[0].Rows, func(row []document.Cell) bool {
		return strings.Contains(document.Plain(row[0].Runs), "Provincial officers") && strings.Contains(document.Plain(row[2].Runs), "moved")
	})
	if !moved {
		t.Error("the officers' move from 6 to 8 is not told")
	}
	if _, ok := RoundsPicture(d.s, d.rec(1).ID, "th", true); ok {
		t.Error("a picture of two rounds of what was rated once")
	}
	if picture, ok := RoundsPicture(d.s, d.rec(5).ID, "th", true); !ok || picture.W != narrow {
		t.Error("no picture for a phone")
	}
}

func TestDayPictureFollowsReopening(t *testing.T) {
	d := finished(t)
	picture := DayPicture(d.s, "2014-09-23", "en", true)
	if !strings.Contains(picture.Desc, "agreed: 4") || !strings.Contains(picture.Desc, "rejected: 1") {
		t.Errorf("%s", picture.Desc)
	}
	if nothing := DayPicture(d.s, "2014-09-22", "en", false); nothing.Desc != "" {
		t.Errorf("the day before: %s", nothing.Desc)
	}
}
