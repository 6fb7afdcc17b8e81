// Package documenttest holds papers for the writers' tests: one with every kind
// of block in Thai and English, and one that is long.
package documenttest

import (
	"time"

	"sala.example/internal/chart"
	"sala.example/internal/document"
)

// ThaiWords are words that writers without glyph positioning print wrongly:
// tone marks hide in vowels, or a descender collides with a vowel below.
var ThaiWords = []string{
	"น้ำ", "ที่", "ผู้", "ปู่", "ฟ้า", "กู้ชื่อ", "ฝั่ง", "ปิ่น", "ฐู", "ญู", "ก๊วย", "ศักดิ์สิทธิ์", "พันธุ์",
}

// Symbols are the signs that papers use.
const Symbols = "✓ ✗ ● ◐ ◇ ■ ○ ▲ → ≥ ≤ – — “ ” … ·"

// Resolution is a short report with every kind of block.
func Resolution() *document.Document {
	d := &document.Document{
		Kicker:       "มติของที่ประชุมเชิงปฏิบัติการระดับภูมิภาค · 23 กันยายน พ.ศ. 2557",
		Title:        "ข้อเสนอเชิงนโยบายเพื่อการบูรณาการผู้ย้ายถิ่น จังหวัดสมุทรสาคร",
		Subtitle:     "Policy recommendations for migrant integration, Samut Sakhon Province",
		SubtitleLang: "en",
		Lang:         "th",
		Created:      time.Date(2014, 9, 23, 17, 0, 0, 0, time.FixedZone("ICT", 7*3600)),
		Footer:       "บันทึก 9c41 e7d0 · ตรวจสอบได้ที่ sala verify",
	}
	d.Blocks = append(d.Blocks, lead())
	d.Blocks = append(d.Blocks, first()...)
	d.Blocks = append(d.Blocks, second()...)
	d.Blocks = append(d.Blocks, third()...)
	d.Blocks = append(d.Blocks, how()...)
	return d
}

func lead() document.Block {
	return document.Paragraph{Style: document.Lead, Runs: []document.Run{
		{Text: "ที่ประชุมเห็นชอบ "},
		{Text: "7 จาก 12 ข้อ", Bold: true},
		{Text: " เห็นชอบโดยบันทึกข้อสงวน 2 ข้อ ให้ปรับแก้ 2 ข้อ และไม่เห็นชอบ 1 ข้อ"},
	}}
}

func first() []document.Block {
	return []document.Block{
		document.Rule{},
		document.Heading{Level: 2, ID: "rec-1", Text: "1. ผู้ประสานงานการรับเด็ก", State: &document.State{Mark: document.Agreed, Word: "เห็นชอบ"}},
		document.Pair{
			Left:  document.Text("th", "ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับเด็กข้ามชาติหนึ่งคน และเผยแพร่รายชื่อเป็นภาษาไทย พม่า และเขมรก่อนเปิดภาคเรียน"),
			Right: soft("en", "Name one enrolment contact in every public primary school of Muang district and publish the list in Thai, Burmese and Khmer before the school year."),
		},
		facts("มัธยฐาน 8 · เจ้าหน้าที่ 8 · ไม่มีความเห็นขัดแย้ง", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา · เริ่มภายใน 23 ตุลาคม พ.ศ. 2557"),
	}
}

func second() []document.Block {
	return []document.Block{
		document.Rule{},
		document.Heading{Level: 2, ID: "rec-2", Text: "2. การรับเด็กที่ไม่มีเอกสาร", State: &document.State{Mark: document.Reserved, Word: "เห็นชอบโดยบันทึกข้อสงวน"}},
		document.Pair{
			Left:  document.Text("th", "ให้สถานศึกษาถือปฏิบัติตามระเบียบปี 2548 โดยไม่ปฏิเสธเด็กเพราะไม่มีเอกสาร และจัดทำรหัส G ให้แล้วเสร็จภายใน 30 วันทำการ"),
			Right: soft("en", "Schools apply the 2005 rule: no child is refused for lack of documents; the school opens a G-code file within 30 school days."),
		},
		facts("มัธยฐาน 7 · เจ้าหน้าที่ 7 · มีความเห็นขัดแย้งในกลุ่มโรงเรียน", "สถานศึกษาแต่ละแห่ง"),
	}
}

func third() []document.Block {
	return []document.Block{
		document.Rule{},
		document.Heading{Level: 2, ID: "rec-3", Text: "3. คณะทำงานระดับจังหวัดว่าด้วยการศึกษาและการคุ้มครองเด็กข้ามชาติในพื้นที่จังหวัดสมุทรสาคร", State: &document.State{Mark: document.Revise, Word: "ให้ปรับแก้"}},
		document.Paragraph{Runs: []document.Run{
			{Text: "จังหวัด"},
			{Text: "ควร", Del: true},
			{Text: "ต้อง", Ins: true},
			{Text: "จัดตั้งคณะทำงานสำหรับเด็ก"},
			{Text: "ต่างด้าว", Del: true},
			{Text: "ข้ามชาติ", Ins: true},
			{Text: " และประชุมบ่อย ๆ อย่างน้อยปีละสี่ครั้ง ดู "},
			{Text: "ข้อ 1", Link: "#rec-1"},
			{Text: " และ "},
			{Text: "หน้าบันทึก", Link: "https://sala.example/r/9c41"},
		}},
		document.Rule{},
		document.Heading{Level: 2, Text: "4. เปิดรับฟัง", State: &document.State{Mark: document.Open, Word: "ยังไม่พิจารณา"}},
		document.Heading{Level: 2, Text: "5. ค่าธรรมเนียมใหม่", State: &document.State{Mark: document.Rejected, Word: "ไม่เห็นชอบ"}},
		document.Paragraph{Style: document.Soft, Runs: []document.Run{{Text: "เหตุผล: ", Bold: true}, {Text: "ผู้ปกครองรับภาระไม่ได้ "}, {Text: "ร่างนี้ไม่ผ่านการลงคะแนน", Italic: true}}},
	}
}

func how() []document.Block {
	return []document.Block{
		document.Heading{Level: 1, ID: "how", Text: "ตกลงกันอย่างไร"},
		Ratings(),
		document.List{Ordered: true, Items: []document.Cell{
			document.Text("", "ทุกคนให้คะแนน 1–9 เป็นการลับ ≥ 7 หมายถึงเป็นไปได้"),
			document.Text("en", "Results are shown by role group, never below n = 3."),
		}},
		document.List{Items: []document.Cell{document.Text("", Symbols), document.Text("my", "မြန်မာဘာသာ ကလေးများ၏ ပညာရေး")}},
		document.Heading{Level: 3, Text: "คำที่ต้องวางวรรณยุกต์ให้ถูก"},
		document.Paragraph{Style: document.Small, Runs: wordRuns()},
		document.PageBreak{},
		document.Heading{Level: 1, Text: "แผนปฏิบัติการ"},
		Plan(4),
	}
}

func wordRuns() []document.Run {
	var runs []document.Run
	for i, w := range ThaiWords {
		runs = append(runs, document.Run{Text: w + " ", Bold: i%2 == 1})
	}
	return runs
}

func soft(lang, text string) document.Cell {
	return document.Cell{Lang: lang, Runs: []document.Run{{Text: text, Soft: true}}}
}

func facts(rating, lead string) document.Block {
	return document.Table{RowHeads: true, Widths: []float64{15, 85}, Rows: [][]document.Cell{
		{document.Text("", "ทำได้จริง"), document.Text("", rating)},
		{document.Text("", "ผู้รับผิดชอบ"), document.Text("", lead)},
		{document.Text("", "หลักฐาน"), document.Text("", "E09, E11, E12")},
	}}
}

// Plan is an action table of n rows.
func Plan(n int) document.Table {
	t := document.Table{
		Header: []string{"ข้อ", "การปฏิบัติ", "ผู้รับผิดชอบ", "ภายใน", "งบประมาณ (บาท)"},
		Widths: []float64{6, 38, 24, 18, 14},
		Align:  []document.Align{document.Start, document.Start, document.Start, document.Start, document.End},
	}
	for range n {
		t.Rows = append(t.Rows, []document.Cell{
			document.Text("", "1"),
			document.Text("", "แต่งตั้งผู้ประสานงานในโรงเรียนทุกแห่ง และจัดทำบัญชีรายชื่อสามภาษาเพื่อเผยแพร่แก่ชุมชน"),
			document.Text("", "สำนักงานเขตพื้นที่การศึกษา"),
			document.Text("", "23 ตุลาคม พ.ศ. 2557"),
			document.Text("", "120,000"),
		})
	}
	return t
}

// Ratings is a small distribution with its table.
func Ratings() document.Figure {
	d := chart.Drawing{W: 600, H: 170, Title: "คะแนนความเป็นไปได้ของข้อ 1 ตามกลุ่ม", Desc: "เจ้าหน้าที่ มัธยฐาน 8 โรงเรียน มัธยฐาน 7"}
	groups := []string{"เจ้าหน้าที่", "โรงเรียน"}
	d.Shapes = append(d.Shapes, chart.Shape{Kind: chart.Rect, X: 470, Y: 0, W: 130, H: 140, R: 4, Fill: "#e4f0e6"})
	for i, g := range groups {
		y := 50 + float64(i)*60
		d.Shapes = append(d.Shapes,
			chart.Shape{Kind: chart.Label, X: 110, Y: y + 5, Size: 15, Anchor: chart.End, Text: g, Fill: document.Ink},
			chart.Shape{Kind: chart.Line, X: 130, Y: y + 12, X2: 590, Y2: y + 12, Stroke: document.Line, StrokeWidth: 1, Dash: i == 1},
			chart.Shape{Kind: chart.Polygon, Points: []chart.Point{{X: 500, Y: y + 14}, {X: 492, Y: y + 27}, {X: 508, Y: y + 27}}, Fill: document.Ink})
		for n := range 5 {
			d.Shapes = append(d.Shapes, chart.Shape{Kind: chart.Circle, X: 350 + float64(n*50), Y: y, R: 7, Fill: document.Accent})
		}
	}
	for n := 1; n <= 9; n++ {
		d.Shapes = append(d.Shapes, chart.Shape{Kind: chart.Label, X: 100 + float64(n*50), Y: 162, Size: 13, Anchor: chart.Middle, Text: string(rune('0' + n)), Fill: document.Grey})
	}
	return document.Figure{Drawing: d, Caption: "คะแนนความเป็นไปได้ ข้อ 1 (60 คน)", Table: &document.Table{
		Header: []string{"กลุ่ม", "จำนวน", "มัธยฐาน"}, Align: []document.Align{document.Start, document.End, document.End}, RowHeads: true,
		Rows: [][]document.Cell{
			{document.Text("", "เจ้าหน้าที่"), document.Text("", "10"), document.Text("", "8")},
			{document.Text("", "โรงเรียน"), document.Text("", "7"), document.Text("", "7")},
		},
	}}
}

// Long is about twenty pages of Thai: n agreed texts with their facts, then an
// action table of 2n rows.
func Long(n int) *document.Document {
	d := Resolution()
	for range n {
		d.Blocks = append(d.Blocks, first()...)
		d.Blocks = append(d.Blocks, second()...)
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: "แผนปฏิบัติการทั้งหมด"}, Plan(2*n))
	return d
}
