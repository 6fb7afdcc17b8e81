package note

import (
	"strings"
	"unicode/utf8"
)

// thaiNoNames open Thai words that are no given names.
var thaiNoNames = strings.Fields(`ผู้ ทุก ทีม ฝ่าย ที่ การ และ ห้อง นำ สรุป ร่วม แบ่ง พัก เจ้า วิทยากร ลาน อาคาร ชั้น โรง หอ เวที จาก โดย ตาม ใน เครือ เด็ก ชุด เอกสาร ภาค สมาชิก พิธีกร ทั้ง ราย
	ใช้ ให้ ไม่ มี อาศัย ผ่าน เน้น กระบวน เป็น ได้ ความ หัวข้อ เรื่อง ประชุม สัมมนา คน วัน เวลา กับ เพื่อ แนว งาน ระบบ บท ปัญหา นโยบาย ประเทศ บ้าน วัด ตำบล หมู่ ชุมชน พื้นที่`)

// thaiLinks lead from one word to another.
var thaiLinks = strings.Fields(`ใน ของ เพื่อ แห่ง ที่ จาก โดย ระหว่าง`)

// longestThaiWord is how many letters a given or a family name has at most.
const longestThaiWord = 22

// thaiNames reads Thai persons without honorific where persons are expected: "สมชาย ก, สมหญิง ข และ สมศรี ค มูลนิธิ ง". It
// gives nil when any part is something else.
func thaiNames(s string) []Person {
	var people []Person
	for _, part := range strings.Split(thaiJoins.Replace(s), ",") {
		p, ok := thaiPerson(joinSpace(part))
		if !ok && len(people) > 0 && people[0].Affiliation != "" && thaiOffice(joinSpace(part)) {
			p, _ = thaiPerson(s) // one person of two bodies
			return []Person{p}
		}
		if !ok {
			return nil
		}
		people = append(people, p)
	}
	for k := len(people) - 2; k >= 0; k-- {
		if people[k].Affiliation == "" && len(people) == 2 {
			people[k].Affiliation = people[k+1].Affiliation // "ก ข และ ค ง มูลนิธิ จ"
		}
	}
	return people
}

var thaiJoins = strings.NewReplacer(",และ", ",", ", และ", ",", " และ ", ",", " และ", ",", " กับ ", ",", "/", ",", "、", ",")

// thaiPerson reads a first and a family name, and the office or body after them. A third word is a part of the name when it
// ends the text.
func thaiPerson(s string) (Person, bool) {
	words := strings.Fields(s)
	if len(words) < 2 || !thaiNameWord(words[0]) || beginsWithAny(words[0], thaiNoNames) || beginsWithAny(words[0], thaiNotNames) || beginsWithAny(words[1], thaiLinks) || !thaiNameWord(words[1]) || isTBC(s) {
		return Person{}, false
	}
	n := 2
	if len(words) == 3 && thaiNameWord(words[2]) && !strings.HasPrefix(words[2], "(") {
		n = 3
	}
	rest := strings.Join(words[n:], " ")
	if rest != "" && !thaiOffice(strings.TrimLeft(rest, "(")) && !isGiven(words[0]) {
		return Person{}, false
	}
	name := strings.Join(words[:n], " ")
	if kindOf(name, false) != KindOther {
		return Person{}, false
	}
	return Person{Name: name, Affiliation: cleanAffiliation(rest)}, true
}

// thaiNameWord accepts a word that can be a name: Thai letters only, not too long, and not the beginning of an office.
func thaiNameWord(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= 2 && n <= longestThaiWord && isThaiWord(w) && !thaiOffice(w)
}

// surelyThai says that a text begins with a known Thai given name and another word, or that an office follows the two.
func surelyThai(s string) bool {
	p, ok := thaiPerson(headOf(s))
	return ok && (p.Affiliation != "" || isGiven(lowerFirstWord(p.Name)))
}
