package note

import "strings"

// message is the sentence for one code in both languages; {name} stands for an argument.
type message struct{ en, th string }

var messages = map[string]message{
	CodeDraft:          {"The note is marked as a draft.", "เอกสารนี้ระบุว่าเป็นฉบับร่าง"},
	CodeAfternoon:      {"“{written}” was read as {read}. {items} time(s) of this day without a.m. or p.m. were read as afternoon.", "อ่าน “{written}” เป็น {read} มีเวลา {items} รายการของวันนี้ที่ไม่ได้ระบุช่วงและอ่านเป็นเวลาบ่าย"},
	CodeEndBeforeStart: {"“{title}” ends at {end}, before it starts at {start}. Which one is right?", "“{title}” สิ้นสุดเวลา {end} ก่อนเวลาเริ่ม {start} เวลาใดถูกต้อง"},
	CodeBackwards:      {"“{title}” starts at {start}, earlier than the item before it.", "“{title}” เริ่มเวลา {start} ซึ่งเร็วกว่ารายการก่อนหน้า"},
	CodeFromDuration:   {"The end of “{title}”, {end}, was worked out from its start and its length.", "เวลาสิ้นสุดของ “{title}” คือ {end} คำนวณจากเวลาเริ่มและระยะเวลา"},
	CodeSameSlot:       {"“{title}” has the same time ({slot}) as “{other}”. Do they run side by side?", "“{title}” ใช้เวลาเดียวกัน ({slot}) กับ “{other}” จัดพร้อมกันใช่หรือไม่"},
	CodeOverlap:        {"“{title}” ({slot}) overlaps “{other}” ({otherSlot}).", "“{title}” ({slot}) ซ้อนเวลากับ “{other}” ({otherSlot})"},
	CodeWeekday:        {"{date} is a {real}, but the note says {written}.", "{date} ตรงกับ{real} แต่เอกสารเขียนว่า{written}"},
	CodeDayAssumed:     {"The times start again here, so what follows was put on the next day, {date}.", "เวลาเริ่มต้นใหม่ที่บรรทัดนี้ จึงจัดรายการถัดไปไว้ในวันถัดไป {date}"},
	CodeDayBeyond:      {"“{written}” lies beyond the {days} days of the event.", "“{written}” เกินจำนวนวันจัดงาน {days} วัน"},
	CodeNoDate:         {"No date was found.", "ไม่พบวันที่จัดงาน"},
	CodeYearMissing:    {"The date does not say which year.", "วันที่ไม่ได้ระบุปี"},
	CodeNoTimes:        {"No programme times were found.", "ไม่พบเวลาในกำหนดการ"},
	CodeNoTitle:        {"No title was found.", "ไม่พบชื่อการประชุม"},
	CodeUntitled:       {"The item at {start} has no title.", "รายการเวลา {start} ไม่มีชื่อ"},
	CodeNoObjective:    {"No objective was found.", "ไม่พบวัตถุประสงค์"},
	CodeTBC:            {"A speaker of “{title}” is still to be confirmed.", "ยังไม่ยืนยันวิทยากรของ “{title}”"},
	CodeNamesAlike:     {"“{a}” and “{b}” may be the same person. They are kept apart until you say so.", "“{a}” กับ “{b}” อาจเป็นคนเดียวกัน ระบบแยกไว้จนกว่าท่านจะยืนยัน"},
	CodeDecisionTime:   {"This programme leaves {minutes} minutes to agree.", "กำหนดการนี้เหลือเวลา {minutes} นาทีสำหรับการตกลงร่วมกัน"},
	CodeNoDecision:     {"The programme has no item in which the room agrees on anything.", "กำหนดการไม่มีช่วงเวลาสำหรับการตกลงร่วมกัน"},
	CodeShortQA:        {"There are only {minutes} minutes for questions on {talks} talks.", "มีเวลาถามตอบเพียง {minutes} นาที สำหรับการนำเสนอ {talks} เรื่อง"},
	CodeLongStretch:    {"From {from} to {to} there is no break for {minutes} minutes.", "ตั้งแต่ {from} ถึง {to} ไม่มีช่วงพักเป็นเวลา {minutes} นาที"},
	CodeBadDate:        {"The calendar has no {written}.", "ไม่มีวันที่ {written} ในปฏิทิน"},
	CodeDuration:       {"“{title}” is said to take {minutes} minutes, but its time is {slot}.", "“{title}” ระบุว่าใช้เวลา {minutes} นาที แต่เวลาที่เขียนไว้คือ {slot}"},
	CodeDamaged:        {"Some letters could not be read. Please compare with the source.", "อ่านอักษรบางตัวไม่ได้ โปรดเทียบกับต้นฉบับ"},
	CodeRowNotRead:     {"“{title}” was left out: its time, “{written}”, could not be read.", "ไม่ได้นำ “{title}” เข้ามา เพราะอ่านเวลา “{written}” ไม่ได้"},
	CodeGoalNumber:     {"The expected output does not say how many recommendations are to be agreed. Please set a number, or leave it open.", "ผลที่คาดว่าจะได้รับไม่ได้ระบุว่าต้องเห็นชอบข้อเสนอแนะกี่ข้อ โปรดกำหนดจำนวน หรือปล่อยไว้"},
	CodeGoalNumberBy:   {"The expected output does not say how many recommendations “{by}” should agree on. Please set a number, or leave it open.", "ผลที่คาดว่าจะได้รับไม่ได้ระบุว่า “{by}” ควรเห็นชอบข้อเสนอแนะกี่ข้อ โปรดกำหนดจำนวน หรือปล่อยไว้"},
	CodeGoalUnclear:    {"How many recommendations are to be agreed is not certain here: “{written}”. Please check the goal.", "ข้อความนี้ระบุจำนวนข้อเสนอแนะที่ต้องเห็นชอบไม่ชัดเจน: “{written}” โปรดตรวจสอบเป้าหมาย"},
	CodeGoalTwice:      {"The note gives two different goals; this is the second: “{written}”. Please choose one.", "เอกสารระบุเป้าหมายไว้สองอย่างที่ต่างกัน ข้อความที่สองคือ “{written}” โปรดเลือกหนึ่งอย่าง"},
	CodeLetters:        {"The file mixes up two Thai vowel letters. {count} were put right by the word list. Please compare with the source.", "ไฟล์นี้สลับสระ า กับ ำ ระบบแก้ไขตามคลังคำแล้ว {count} ตัว โปรดเทียบกับต้นฉบับ"},
	CodePages:          {"These pages are pictures and were not read: {pages}.", "หน้าต่อไปนี้เป็นภาพ จึงอ่านไม่ได้: {pages}"},
	CodeRepeats:        {"“{title}” is repeated in the calendar ({rule}). It was taken once.", "“{title}” เป็นรายการที่เกิดซ้ำในปฏิทิน ({rule}) ระบบนำเข้ามาเพียงครั้งเดียว"},
	CodeAllDay:         {"“{title}” on {date} has no hours. It was taken for the day as a whole, not for an item.", "“{title}” วันที่ {date} ไม่ระบุเวลา จึงถือเป็นชื่อของทั้งวัน ไม่ใช่รายการในกำหนดการ"},
	CodeTimesInUTC:     {"The calendar gives its times in UTC and names no time zone. Please check every time.", "ปฏิทินระบุเวลาเป็น UTC โดยไม่ระบุเขตเวลา โปรดตรวจสอบเวลาทุกรายการ"},
	CodeSheetHidden:    {"The sheet “{name}” is hidden and was left out.", "แผ่นงาน “{name}” ถูกซ่อนไว้ จึงไม่ได้นำเข้ามา"},
}

var weekdayNames = map[string][2]string{
	"0": {"Sunday", "วันอาทิตย์"}, "1": {"Monday", "วันจันทร์"}, "2": {"Tuesday", "วันอังคาร"}, "3": {"Wednesday", "วันพุธ"},
	"4": {"Thursday", "วันพฤหัสบดี"}, "5": {"Friday", "วันศุกร์"}, "6": {"Saturday", "วันเสาร์"},
}

// Message puts the warning in one plain sentence, in Thai for "th" and in English otherwise. The line is not part of it.
func (w Warning) Message(lang string) string {
	text, at := messages[w.Code].en, 0
	if lang == "th" {
		text, at = messages[w.Code].th, 1
	}
	pairs := make([]string, 0, 2*len(w.Args))
	for name, value := range w.Args {
		if day, ok := weekdayNames[value]; ok && w.Code == CodeWeekday {
			value = day[at]
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
