package rehearse

import "sala.example/internal/demo"

// What simulated people say. It is made up for the rehearsal, in both
// languages, general enough for any draft.

var introductions = map[string][]string{
	"th": {"ทำงานด้านการศึกษาในพื้นที่", "อยากเห็นข้อเสนอที่ทำได้จริง", "มาเรียนรู้จากเมืองอื่น"},
	"en": {"Works with schools in the area", "Hopes for proposals that can be carried out", "Here to learn from other cities"},
}

var questions = map[string][]string{
	"th": {
		"ใครเป็นผู้จ่ายค่าดำเนินการหลังจากปีแรก", "เด็กที่ย้ายตามผู้ปกครองกลางปีจะทำอย่างไร", "มีข้อมูลแยกเด็กหญิงและเด็กชายหรือไม่",
		"จังหวัดอื่นใช้เวลานานเท่าใดจึงเห็นผล", "โรงเรียนขนาดเล็กจะทำได้อย่างไร", "ใครเป็นผู้ติดตามผล",
	},
	"en": {
		"Who pays after the first year?", "What happens to children who move in the middle of the year?", "Are there figures for girls and boys apart?",
		"How long did it take elsewhere before anything changed?", "How can a small school do this?", "Who follows up the results?",
	},
}

var answers = map[string]string{
	"th": "ตอบในที่ประชุมแล้ว หน่วยงานที่รับผิดชอบจะส่งรายละเอียดเพิ่มเติม",
	"en": "Answered in the room; the responsible office will send the details.",
}

// clauses are what amendments add to a text, with the reason.
var clauses = []struct{ text, reason map[string]string }{
	{
		text:   map[string]string{"en": " The responsible office reports on progress every six months.", "th": " ทั้งนี้ ให้หน่วยงานที่รับผิดชอบรายงานความก้าวหน้าทุกหกเดือน"},
		reason: map[string]string{"en": "Without a report nobody will know whether it happens.", "th": "ถ้าไม่มีการรายงาน จะไม่มีใครทราบว่าได้ดำเนินการหรือไม่"},
	},
	{
		text:   map[string]string{"en": " Girls and boys are counted apart.", "th": " โดยให้เก็บข้อมูลแยกเด็กหญิงและเด็กชาย"},
		reason: map[string]string{"en": "Needs differ, and the figures do not show it yet.", "th": "ความต้องการต่างกัน แต่ข้อมูลยังไม่แสดงให้เห็น"},
	},
	{
		text:   map[string]string{"en": " The first year is a trial in one district.", "th": " โดยในปีแรกให้ทดลองในหนึ่งอำเภอก่อน"},
		reason: map[string]string{"en": "A trial can be paid from this year's budget.", "th": "การทดลองใช้งบประมาณของปีนี้ได้"},
	},
}

var rejection = map[string]string{
	"th": "ที่ประชุมเห็นว่าควรอยู่ในแผนปฏิบัติการ ไม่ใช่ในข้อเสนอ", "en": "The room prefers this in the action plan, not in the text.",
}

var cards = map[string][]string{
	"th": {"มีครูที่พูดภาษาของเด็กน้อย", "ผู้ปกครองไม่ทราบขั้นตอน", "ชุมชนมีพื้นที่ว่างใช้ร่วมกันได้", "ค่าเดินทางสูง", "อาสาสมัครสาธารณสุขเข้าถึงบ้านได้"},
	"en": {"Few teachers speak the children's language", "Parents do not know the steps", "The community has space to share", "Transport costs too much", "Health volunteers reach the homes"},
}

var objection = struct{ reason, remedy map[string]string }{
	reason: map[string]string{"en": "It puts a new duty on schools without money for it.", "th": "เป็นการเพิ่มภาระให้โรงเรียนโดยไม่มีงบประมาณรองรับ"},
	remedy: map[string]string{"en": "Name the budget line.", "th": "ระบุแหล่งงบประมาณให้ชัดเจน"},
}

var dissent = map[string]string{
	"th": "ที่ประชุมเห็นชอบ โดยบันทึกข้อสงวนเรื่องงบประมาณไว้ในรายงาน", "en": "Agreed; the reservation about the budget stands in the record.",
}

var reservation = map[string]string{
	"th": "เห็นชอบ หากได้รับจัดสรรงบประมาณในปีถัดไป", "en": "Agreed, provided that next year's budget allows it.",
}

// reasons are what people write beside a rating.
var reasons = map[string][]string{
	"th": {
		"ทำได้ หากมีเจ้าหน้าที่รับผิดชอบชัดเจน", "โรงเรียนขนาดเล็กไม่มีคนพอ", "ต้องมีงบประมาณต่อเนื่องมากกว่าหนึ่งปี",
		"ชุมชนพร้อมช่วย แต่ยังไม่มีใครมาขอ",
	},
	"en": {
		"It can work if one office is clearly responsible.", "Small schools do not have the people for it.",
		"It needs money for more than one year.",
	},
}

// proposal is a statement that a participant brings in. agree says how many of
// ten of each camp agree; one that the chair turns away has the reason instead.
type proposal struct {
	text   map[string]string
	agree  [demo.Camps]int
	reason map[string]string
}

var proposals = []proposal{
	{
		text:  map[string]string{"en": "A telephone number that answers in several languages would help more than one more form.", "th": "สายด่วนที่ตอบได้หลายภาษาช่วยได้มากกว่าแบบฟอร์มอีกหนึ่งฉบับ"},
		agree: [demo.Camps]int{9, 8, 9},
	},
	{
		text:   map[string]string{"en": "There should be more interpreters and fewer meetings.", "th": "ควรมีล่ามมากขึ้นและประชุมให้น้อยลง"},
		reason: map[string]string{"en": "Two matters in one; please propose them one by one.", "th": "เป็นสองเรื่องในข้อความเดียว ขอให้เสนอแยกเป็นสองข้อความ"},
	},
	{
		text:  map[string]string{"en": "Meetings on this should be held in the evening, when working people can come.", "th": "ควรจัดประชุมเรื่องนี้ในช่วงเย็น เพื่อให้คนทำงานมาร่วมได้"},
		agree: [demo.Camps]int{9, 2, 6},
	},
	{
		text:   map[string]string{"en": "The head of one office here says no to everything.", "th": "หัวหน้าหน่วยงานหนึ่งในที่นี้ปฏิเสธทุกเรื่อง"},
		reason: map[string]string{"en": "It is about a person; statements are about matters.", "th": "เป็นเรื่องตัวบุคคล ข้อความต้องเป็นเรื่องงานเท่านั้น"},
	},
	{
		text:  map[string]string{"en": "Small places need help before large ones.", "th": "ควรช่วยพื้นที่ขนาดเล็กก่อนพื้นที่ขนาดใหญ่"},
		agree: [demo.Camps]int{4, 3, 9},
	},
}
