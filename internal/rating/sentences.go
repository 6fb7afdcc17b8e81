package rating

import (
	"math"
	"strconv"
	"strings"
)

// gateText holds one sentence per condition, in the order of Codes.
type gateText [8]string

var gateEnglish = gateText{
	"At least {quorum} people of the accepting party ({party}) rate it, on each of the two scales: feasible and acceptable. Abstentions do not count.",
	"At least {quorum} people of the role group {group} rate it too, on each of the two scales.",
	"On both scales the median of {party} is {median} or higher.",
	"{party} do not disagree among themselves: their ratings are neither split between 1-3 and 7-9 nor spread too widely (RAND/UCLA disagreement index at most 1).",
	"On both scales at least {high} % of the room rate 7, 8 or 9.",
	"On both scales fewer than {low} % of the room rate 1, 2 or 3.",
	"No role group has a median of {floor} or lower on either scale.",
	"No objection is open. One that remains is recorded as dissent if all else holds.",
}

var gateThai = gateText{
	"มีผู้ให้คะแนนจากฝ่ายผู้รับข้อเสนอ ({party}) อย่างน้อย {quorum} คน ทั้งด้านความเป็นไปได้และด้านการยอมรับได้ ไม่นับผู้งดให้คะแนน",
	"และมีผู้ให้คะแนนจากกลุ่มผู้มีส่วนได้ส่วนเสีย ({group}) อย่างน้อย {quorum} คน ทั้งสองด้าน",
	"มัธยฐานของ{party}ตั้งแต่ {median} ขึ้นไปทั้งสองด้าน",
	"{party}ไม่เห็นต่างกันเองภายในกลุ่ม คือคะแนนไม่แยกเป็นสองขั้วระหว่าง 1-3 กับ 7-9 และไม่กระจายกว้างเกินไป (ดัชนีความเห็นต่างของ RAND/UCLA ไม่เกิน 1)",
	"อย่างน้อยร้อยละ {high} ของทั้งห้องให้ 7, 8 หรือ 9 ทั้งสองด้าน",
	"ไม่ถึงร้อยละ {low} ของทั้งห้องให้ 1, 2 หรือ 3 ทั้งสองด้าน",
	"ไม่มีกลุ่มผู้มีส่วนได้ส่วนเสียกลุ่มใดมีมัธยฐาน {floor} หรือต่ำกว่าในด้านใดด้านหนึ่ง",
	"ไม่มีข้อคัดค้านค้างอยู่ หากยังมีแต่เงื่อนไขอื่นครบ ให้บันทึกไว้เป็นข้อสงวน",
}

// Sentences tells the gate in plain words, one sentence per condition in the
// order in which Check lists them. lang is "th"; anything else is English.
// acceptingName names the accepting party in that language, in English as a
// plural ("Officers"), and groupName any role group.
func (g Gate) Sentences(lang, acceptingName string, groupName func(group string) string) []string {
	text := gateEnglish
	if lang == "th" {
		text = gateThai
	}
	fill := strings.NewReplacer(
		"{party}", acceptingName,
		"{quorum}", strconv.Itoa(max(g.Quorum, MinCell)),
		"{median}", number(g.Median),
		"{high}", number(percent(g.RoomHigh)),
		"{low}", number(percent(g.RoomLow)),
		"{floor}", number(g.Floor),
	)
	var sentences []string
	for i, code := range Codes() {
		if code != GroupQuorumReached {
			sentences = append(sentences, fill.Replace(text[i]))
			continue
		}
		for _, q := range g.GroupQuorums {
			sentences = append(sentences, q.sentence(text[i], groupName))
		}
	}
	return sentences
}

func (q GroupQuorum) sentence(text string, groupName func(string) string) string {
	return strings.NewReplacer("{group}", groupName(q.Group), "{quorum}", strconv.Itoa(max(q.Quorum, MinCell))).Replace(text)
}

// percent is a share in per cent, to one decimal.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }

// number writes 7 as "7" and 6.5 as "6.5".
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
