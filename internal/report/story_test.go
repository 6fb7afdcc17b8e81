package report

import (
	"testing"

	"sala.example/internal/workshop"
)

// finished is a whole workshop: 12 recommendations, of which 6 are agreed, 2
// with dissent, 2 go back, 1 is rejected, 1 had no quorum, 1 is rated without a
// decision, and 1 is not rated at all.
func finished(t *testing.T) *day {
	d := newDay(t)
	d.create()
	d.join()
	d.morning()
	d.groupWork()
	d.amend()
	d.firstRound()
	d.secondRound()
	d.plan()
	d.now = at("16:50")
	d.chair(&workshop.CloseWorkshop{})
	d.aftermath()
	return d
}

func (d *day) morning() {
	d.run(0, "08:30", "09:02")
	d.run(1, "09:02", "09:12")
	d.run(2, "09:12", "10:55")
	d.by(person("ngos", 0), &workshop.AskQuestion{Text: say("เด็กที่ย้ายตามพ่อแม่กลางเทอมจะได้เรียนต่ออย่างไร"), Lang: "th"})
	d.by(person("ngos", 1), &workshop.SupportQuestion{Question: d.s.Questions[0].ID})
	d.by(person("families", 3), &workshop.AskQuestion{Text: say("Who pays for the interpreter at the school?"), Lang: "en"})
	d.by(person("ngos", 2), &workshop.SupportQuestion{Question: d.s.Questions[1].ID})
	d.by(person("schools", 2), &workshop.SupportQuestion{Question: d.s.Questions[1].ID})
	d.by(person("schools", 1), &workshop.AskQuestion{Text: say("รหัส G ใช้เวลากี่วัน"), Lang: "th"})
	d.by(person("schools", 3), &workshop.AskQuestion{Text: say("คำถามที่ผู้ถามลบแล้ว"), Lang: "th"})
	d.chair(&workshop.AnswerQuestion{Question: d.s.Questions[0].ID, Answer: say("ใช้ใบส่งตัวนักเรียนได้ทุกโรงเรียนในจังหวัด")})
	d.chair(&workshop.AnswerQuestion{Question: d.s.Questions[2].ID})
	d.erase(d.s.Questions[3].Text)
	d.run(3, "10:55", "11:05")
	d.run(4, "11:05", "12:10")
	lunch, agreement := d.s.Programme[5], d.s.Programme[6]
	d.chair(&workshop.Replan{Moves: []workshop.Move{{Session: lunch.ID, Start: "12:10", End: "13:00"}, {Session: agreement.ID, Start: "13:00", End: "16:20"}}})
	d.run(5, "12:10", "13:00")
}

func (d *day) groupWork() {
	one, two := d.s.Groups[0].ID, d.s.Groups[1].ID
	card := func(group, domain, text string) {
		d.by(person("schools", 0), &workshop.AddCard{Group: group, Domain: domain, Text: say(text)})
	}
	card(one, "education", "ผู้ปกครองไม่ทราบว่าต้องสมัครที่ใด")
	card(one, "education", "Teachers have no material in Burmese")
	card(one, "language", "ห้องเรียนเตรียมภาษาไทย")
	card(two, "work", "Shift times end after school does")
	d.by(person("employers", 0), &workshop.PutAction{Group: two, Row: workshop.ActionRow{
		Action: say("สำรวจกะงานของโรงงานที่มีแรงงานข้ามชาติเกิน 100 คน"), Lead: say("หอการค้าจังหวัด"), Due: "2015-03-31",
	}})
}

// amend: the number in 2 is changed by an amendment, 5 by the rapporteur; an
// amendment to 4 is turned down, one to 9 stays open.
func (d *day) amend() {
	d.run(6, "13:00", "16:40")
	d.now = at("13:10")
	g := d.seg(2)
	d.by(person("schools", 0), &workshop.ProposeAmendment{
		Segment: g.ID, Lang: "th", Rev: 1,
		Text:   say("ให้สถานศึกษาถือปฏิบัติตามระเบียบปี 2548 โดยไม่ปฏิเสธเด็กเพราะไม่มีเอกสาร และจัดทำรหัส G ให้แล้วเสร็จภายใน 30 วันทำการ"),
		Reason: say("โรงเรียนเล็กมีเจ้าหน้าที่คนเดียว 15 วันไม่พอ"),
	})
	d.chair(&workshop.AcceptAmendment{Amendment: d.lastAmendment(), Answer: say("ที่ประชุมรับ")})
	d.do("rapporteur", "", &workshop.EditWording{
		Segment: g.ID, Lang: "en", Rev: 1,
		Text: "Schools apply the 2005 rule: no child is refused for lack of documents; the school opens a G-code file within 30 school days.",
	})
	g = d.seg(5)
	d.do("rapporteur", "", &workshop.EditWording{
		Segment: g.ID, Lang: "en", Rev: 1, Reason: say("The cabinet names posts, not persons"),
		Text: "Set up a provincial coordination centre for migrant education, following the Tak model, with one post and a yearly work plan.",
	})
	d.do("interpreter", "", &workshop.ConfirmWording{Segment: g.ID, Lang: "th", Rev: 1})
	g = d.seg(4)
	d.by(person("ngos", 0), &workshop.ProposeAmendment{
		Segment: g.ID, Lang: "en", Rev: 1,
		Text:   say("Make a written agreement between the province and learning centres: registration, curriculum link, safety check, and a transfer route for pupils, and close no centre before it."),
		Reason: say("Pupils lose the school year when a centre closes"),
	})
	d.chair(&workshop.RejectAmendment{Amendment: d.lastAmendment(), Answer: say("The province cannot bind the police by this text")})
	d.by(person("schools", 4), &workshop.ProposeAmendment{
		Segment: d.seg(9).ID, Lang: "th", Rev: 1,
		Text: say("เปิดศูนย์บริการระหว่างวัฒนธรรมที่ตลาดสองแห่ง"), Reason: say("ตลาดเดียวไม่ทั่วถึง"),
	})
	d.erase(d.s.Amendments[2].Reason)
}

// split is a group that disagrees within itself.
var split = []int{1, 2, 9, 8}

// firstRound rates 1 to 11; 12 is never rated.
func (d *day) firstRound() {
	d.by(person("ngos", 3), &workshop.RaiseObjection{Recommendation: d.rec(2).ID, Reason: say("เด็กเสียสิทธิระหว่าง 30 วันที่รอรหัส"), Remedy: say("ให้เข้าเรียนได้ทันทีระหว่างรอรหัส")})
	d.by(person("families", 2), &workshop.RaiseObjection{Recommendation: d.rec(10).ID, Reason: say("A rule without the police signing it is a trap"), Remedy: say("The provincial police signs it too")})
	d.round("13:30", "13:50", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, func() {
		d.rate(1, everybody(7, 8), everybody(8, 9))
		d.rate(2, profile{{7, 8}, split, {8}, {8}, {7}}, profile{{7, 8, 9}, {7, 6}, {9}, {9}, {7}})
		d.rate(3, profile{{4, 5}, {6}, {8}, {9}, {5}}, everybody(7, 8))
		d.rate(4, profile{split, {5}, {8}, {9}, {4}}, profile{{2, 3, 8, 9}, {5}, {9}, {9}, {3}})
		d.rate(5, profile{{6}, {7}, {8}, {8}, {7}}, everybody(7, 8))
		d.rate(6, profile{{7}, {8}, {8}, {8}, nil}, everybody(7, 8))
		d.rate(7, everybody(7, 9), everybody(7, 7))
		d.rate(8, everybody(8, 8), everybody(8, 9))
		d.rate(9, everybody(5, 6), everybody(6, 7))
		d.rate(10, profile{{2, 3}, {4}, {7}, {9}, {2}}, profile{{1, 2, 3}, {4}, {9}, {9}, {2}})
		d.rate(11, profile{nil, {8}, {8}, {8}, {8}}, profile{nil, {8}, {8}, {8}, {8}})
	})
	d.stances()
	d.chair(&workshop.SettleObjection{Objection: d.s.Objections[0].ID, As: workshop.ObjectionDissent})
	d.decide(1, workshop.Agreed, "เห็นชอบตามร่างโดยไม่มีผู้คัดค้าน")
	d.decide(2, workshop.AgreedWithDissent, "เห็นชอบ โดยองค์กรพัฒนาเอกชนสงวนความเห็นเรื่องระยะเวลา")
	d.decide(3, workshop.Revise, "The money is missing; the groups look for a source before the next meeting.")
	d.decide(4, workshop.Revise, "")
	d.decide(7, workshop.Agreed, "")
	d.decide(8, workshop.Agreed, "")
	d.decide(10, workshop.RejectedOutcome, "ยังไม่อยู่ในอำนาจของจังหวัด")
	d.decide(11, workshop.NoQuorum, "")
	// 4 is worked on after the decision: the decision keeps its revision.
	d.do("rapporteur", "", &workshop.EditWording{Segment: d.seg(4).ID, Lang: "en", Rev: 1, Text: "WORDING AFTER THE DECISION"})
}

func (d *day) stances() {
	id := d.rec(2).ID
	for i := range 5 {
		d.by(person("officers", i), &workshop.GiveStance{Recommendation: id, Stance: workshop.StanceAgree})
	}
	d.by(person("officers", 5), &workshop.GiveStance{Recommendation: id, Stance: workshop.StanceReserve, Text: say("ต้องมีงบประมาณสำหรับเจ้าหน้าที่ทะเบียน")})
	d.by(person("officers", 6), &workshop.GiveStance{Recommendation: id, Stance: workshop.StanceAsk, Until: "2014-10-07"})
	d.by(person("officers", 7), &workshop.GiveStance{Recommendation: d.rec(10).ID, Stance: workshop.StanceCannot, Text: say("ขัดกับกฎหมายคนเข้าเมือง")})
}

// secondRound takes 5 and 6 again, with fewer ballots on 6.
func (d *day) secondRound() {
	d.round("14:30", "14:45", []int{5, 6}, func() {
		d.rate(5, everybody(7, 8), everybody(8, 8))
		d.rate(6, everybody(8, 8), profile{{7, 8}, {8}, {8}, split, {8}})
	})
	d.decide(5, workshop.Agreed, "")
	d.decide(6, workshop.AgreedWithDissent, "Employers ask that the fund stays voluntary.")
}

func (d *day) plan() {
	d.now = at("15:00")
	for _, n := range []int{1, 2, 5, 6, 7, 8} {
		d.chair(&workshop.PutAction{Recommendation: d.rec(n).ID, Group: d.s.Groups[0].ID, Row: workshop.ActionRow{
			Action: say("แต่งตั้งผู้รับผิดชอบและแจ้งหน่วยงานที่เกี่ยวข้อง"), Lead: say("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"),
			Partners: say("LPN"), FirstStep: say("เรียกประชุมคณะทำงาน"), FirstStepBy: "2014-10-20", Due: "2015-05-16",
			Budget: say("120,000 บาท"), Indicator: say("จำนวนโรงเรียนที่มีผู้ประสานงาน"),
		}})
	}
}

// aftermath is what happens after closing: a report on an action.
func (d *day) aftermath() {
	d.now = at("17:00").AddDate(0, 0, 20)
	d.do("owner", "", &workshop.ReportAction{Action: d.s.Actions[1].ID, Status: workshop.ActionStarted, Note: say("ประชุมแล้วเมื่อวันที่ 10")})
}

func (d *day) source() *Source {
	return &Source{
		State: d.s, Words: d.read, Head: "9c41e7d0b5a84f0f8b9f6f4f7b1c0de29c41e7d0b5a84f0f8b9f6f4f7b1c0de2", Made: d.now,
		Speakers: map[workshop.ID]Person{
			"speaker-1": {Name: "Speaker 1", Affiliation: "Mahidol University"},
			"speaker-2": {Name: "Speaker 2", Affiliation: "Asian Institute of Technology"},
			"speaker-3": {Name: "วิทยากร 3", Affiliation: "มหาวิทยาลัยมหิดล"},
		},
		Named: []Person{
			{Name: "Participant 2", Affiliation: "School B", RoleGroup: "schools"},
			{Name: "เจ้าหน้าที่ 1", Affiliation: "ศาลากลางจังหวัด", RoleGroup: "officers"},
			{Name: "Participant 1", RoleGroup: "schools"},
		},
	}
}
