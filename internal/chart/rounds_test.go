package chart

import (
	"testing"

	"pgregory.net/rapid"
)

// thaiRounds is the made-up room before and after an amendment.
func thaiRounds() RoundPair {
	return RoundPair{
		Title: "ข้อเสนอที่ 2 รอบที่ 1 เทียบกับรอบที่ 2", Desc: "เจ้าหน้าที่ มัธยฐาน 6 เป็น 8",
		Before: "รอบที่ 1", After: "รอบที่ 2", MedianWord: "มัธยฐาน", OwnWord: "คุณ",
		Criteria: []CriterionPair{
			{Label: "ความเป็นไปได้", Own: "feasible", Rows: []PairRow{
				{Label: "เจ้าหน้าที่", Before: [9]int{0, 0, 0, 1, 2, 4, 2, 1, 0}, After: [9]int{0, 0, 0, 0, 0, 1, 2, 5, 2}, MedianBefore: 6, MedianAfter: 8},
				{Label: "โรงเรียน", Before: [9]int{3, 0, 0, 0, 1, 0, 0, 2, 3}, After: [9]int{4, 0, 0, 0, 1, 0, 0, 1, 2}, MedianBefore: 5, MedianAfter: 3, Note: "เห็นต่างกัน"},
				{Label: "ผู้ปกครองและชุมชน", Before: [9]int{1, 0, 2, 3, 5, 9, 14, 8, 2}, After: [9]int{1, 0, 0, 2, 3, 6, 15, 13, 4}, MedianBefore: 7, MedianAfter: 7},
				{Label: "นายจ้าง", After: [9]int{0, 0, 0, 0, 1, 1, 1, 0, 0}, MedianAfter: 6},
			}},
			{Label: "การยอมรับได้", Own: "acceptable", Rows: []PairRow{
				{Label: "เจ้าหน้าที่", Before: [9]int{0, 0, 0, 0, 0, 1, 2, 5, 2}, After: [9]int{0, 0, 0, 0, 0, 0, 0, 2, 8}, MedianBefore: 8, MedianAfter: 9},
				{Label: "โรงเรียน", Before: [9]int{0, 0, 0, 0, 1, 2, 3, 2, 1}, After: [9]int{0, 0, 0, 0, 0, 2, 4, 2, 1}, MedianBefore: 7, MedianAfter: 7},
				{Label: "ผู้ปกครองและชุมชน", Before: [9]int{0, 0, 0, 1, 2, 6, 12, 18, 5}, After: [9]int{0, 0, 0, 1, 2, 3, 9, 18, 11}, MedianBefore: 7.5, MedianAfter: 8},
				{Label: "นายจ้าง", Before: [9]int{0, 0, 1, 0, 2, 1, 1, 0, 0}, After: [9]int{}, MedianBefore: 5},
			}},
		},
	}
}

func TestRoundsGolden(t *testing.T) {
	in := thaiRounds()
	in.Width = 360
	golden(t, "rounds.golden", Rounds(in))
}

func TestRoundsSideBySideGolden(t *testing.T) {
	in := thaiRounds()
	in.Width, in.Columns = 1180, 2
	golden(t, "rounds-wide.golden", Rounds(in))
}

func TestRoundsOfNothing(t *testing.T) {
	if d := Rounds(RoundPair{}); d.W != 640 || len(d.Shapes) != 0 {
		t.Errorf("%+v", d)
	}
}

// A dot a person in each of the two rounds, the earlier hollow.
func TestRoundsShowBoth(t *testing.T) {
	d := Rounds(RoundPair{Criteria: []CriterionPair{{Rows: []PairRow{{Before: [9]int{5: 4}, After: [9]int{7: 3}, MedianBefore: 6, MedianAfter: 8}}}}})
	filled, hollow := 0, 0
	for _, s := range d.Shapes {
		switch {
		case s.Kind == Circle && s.Fill == accent:
			filled++
		case s.Kind == Circle:
			hollow++
		}
	}
	if filled != 3+1 || hollow != 4+1 { // one of each in the key
		t.Errorf("%d filled and %d hollow dots", filled, hollow)
	}
	if !hasText(d, "n = 4 → 3") || !hasText(d, "6") || !hasText(d, "8") {
		t.Error("numbers or medians are not named")
	}
}

func TestRoundsStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := RoundPair{Width: float64(rapid.IntRange(320, 1200).Draw(t, "width")), Before: "Round 1", After: "Round 2", MedianWord: "median", OwnWord: "you"}
		if in.Width > 600 {
			in.Columns = rapid.IntRange(0, 2).Draw(t, "columns")
		}
		for range rapid.IntRange(1, 2).Draw(t, "criteria") {
			pair := CriterionPair{Label: "Feasible", Own: rapid.SampledFrom([]string{"", "feasible"}).Draw(t, "own")}
			before, after := drawRows(t), drawRows(t)
			for i := range min(len(before), len(after)) {
				pair.Rows = append(pair.Rows, PairRow{
					Label: before[i].Label, Before: before[i].Counts, After: after[i].Counts,
					MedianBefore: before[i].Median, MedianAfter: after[i].Median,
				})
			}
			in.Criteria = append(in.Criteria, pair)
		}
		d := Rounds(in)
		checkInside(t, d)
		checkDotsApart(t, d)
	})
}
