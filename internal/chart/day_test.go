package chart

import (
	"testing"

	"pgregory.net/rapid"
)

// madeUpDay is the concept note's day with three rounds and twelve
// recommendations.
func madeUpDay() Day {
	return Day{
		Title: "ความเห็นชอบตลอดวัน", Desc: "เห็นชอบ 7 ข้อ เห็นชอบโดยบันทึกข้อสงวน 2 ข้อ", From: 510, To: 1020, Total: 12,
		Series: []Standing{
			{Label: "เห็นชอบ", Steps: []Step{{925, 1}, {928, 2}, {932, 4}, {960, 5}, {972, 6}, {1004, 7}}},
			{Label: "เห็นชอบโดยบันทึกข้อสงวน", Steps: []Step{{935, 1}, {1002, 2}}},
			{Label: "ให้ปรับแก้", Steps: []Step{{938, 3}, {940, 4}, {1002, 2}}},
		},
		Rounds: []DayRound{{700, 712, "รอบที่ 1"}, {905, 918, "รอบที่ 2"}, {982, 996, "รอบที่ 3"}},
		Items: []DayItem{
			{510, 540, "ลงทะเบียน", false},
			{540, 550, "พิธีเปิด", false},
			{550, 560, "วัตถุประสงค์", false},
			{560, 575, "แนะนำตัว", false},
			{575, 635, "ประสบการณ์จากเมืองต่าง ๆ", false},
			{635, 645, "ถาม-ตอบ", false},
			{645, 660, "พัก", false},
			{660, 720, "ผลการวิจัยและร่างข้อเสนอ", false},
			{720, 780, "พักกลางวัน", false},
			{780, 870, "ประชุมกลุ่มย่อย", false},
			{870, 885, "พัก", false},
			{885, 1000, "พิจารณาและลงมติ", true},
			{1000, 1010, "ก้าวต่อไป", false},
			{1010, 1020, "พิธีปิด", false},
		},
	}
}

func TestAgreementGolden(t *testing.T) {
	for name, width := range map[string]float64{"day-phone.golden": 360, "day.golden": 1180} {
		in := madeUpDay()
		in.Width = width
		golden(t, name, Agreement(in))
	}
}

func TestAgreementOfNothing(t *testing.T) {
	if d := Agreement(Day{}); d.W != 640 || d.H <= 0 || count(d, Polygon) != 0 {
		t.Errorf("%+v", d)
	}
}

// A layer that ends and comes back is two areas, and each area lies on those
// under it.
func TestLayersOnlyWhereTheyAre(t *testing.T) {
	in := Day{From: 0, To: 100, Total: 4, Series: []Standing{
		{Label: "agreed", Steps: []Step{{20, 1}, {40, 0}, {60, 2}}},
		{Label: "revise", Steps: []Step{{10, 1}, {60, 0}}},
	}}
	d := Agreement(in)
	if n := count(d, Polygon); n != 3 {
		t.Errorf("%d areas, want agreed twice and revise once", n)
	}
	if !hasText(d, "agreed 2") || !hasText(d, "revise 0") {
		t.Error("the key does not say how it ended")
	}
}

func TestAgreementStaysInside(t *testing.T) {
	minute := rapid.IntRange(400, 1100)
	rapid.Check(t, func(t *rapid.T) {
		in := madeUpDay()
		in.Width = float64(rapid.IntRange(320, 1300).Draw(t, "width"))
		in.Series, in.Rounds, in.Items = nil, nil, nil
		for range rapid.IntRange(0, 4).Draw(t, "series") {
			s := Standing{Label: "agreed with recorded dissent"}
			at := 400
			for range rapid.IntRange(0, 5).Draw(t, "steps") {
				at += rapid.IntRange(0, 100).Draw(t, "later")
				s.Steps = append(s.Steps, Step{at, rapid.IntRange(0, 3).Draw(t, "count")})
			}
			in.Series = append(in.Series, s)
		}
		for range rapid.IntRange(0, 4).Draw(t, "rounds") {
			in.Rounds = append(in.Rounds, DayRound{minute.Draw(t, "opened"), minute.Draw(t, "closed"), "Round 1"})
		}
		for range rapid.IntRange(0, 15).Draw(t, "items") {
			from := minute.Draw(t, "from")
			in.Items = append(in.Items, DayItem{from, from + rapid.IntRange(0, 90).Draw(t, "long"), "Experience from the cities", false})
		}
		checkInside(t, Agreement(in))
	})
}
