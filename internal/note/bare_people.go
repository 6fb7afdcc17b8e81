package note

import (
	"strings"
	"unicode"
)

// tail cuts the office or the name that ends a title, in a table whose walls were lost: "Opening Head of Office", "Findings Ana Ruiz".
func (b *itemBuilder) tail() {
	words := strings.Fields(b.item.Title)
	for i := 1; i < len(words); i++ {
		rest := strings.Join(words[i:], " ")
		switch {
		case isGiven(lowerFirstWord(words[i])) && len(words)-i >= 2 && looksNamed(headOf(rest)):
			b.cast.add(roleSpeaker, rest)
		case tailOffices[strings.ToLower(words[i])] && unicode.IsUpper(firstRune(words[i])), thaiOffice(rest) && i == len(words)-1:
			b.cast.led = append(b.cast.led, rest)
		default:
			continue
		}
		b.item.Title = strings.Join(words[:i], " ")
		return
	}
}

// tailOffices are who is in charge where the people column ends a line.
var tailOffices = wordSet(`kepala direktur ketua panitia tim dirjen bupati gubernur rektor dekan camat sekretaris fasilitator peserta mc narasumber director head secretariat organisers organizers facilitators moderator chair secretaría dirección direction secrétariat
	ban giám lãnh btc mc`)

// thaiLeads stand before the names of speakers inside a title, with or without honorifics.
var thaiLeads = []string{" วิทยากรโดย ", " วิทยากร ", " ร่วมเสวนาโดย ", " ร่วมอภิปรายโดย ", " บรรยายโดย ", " นำเสนอโดย ", " ดำเนินรายการโดย ", " ดำเนินการเสวนาโดย "}

func (b *itemBuilder) thaiLead(s string) string {
	for _, lead := range thaiLeads {
		at := strings.Index(s, lead)
		if at <= 0 {
			continue
		}
		var people []Person
		for _, one := range strings.Split(s[at+len(lead):], ",") {
			named, offices, _ := readPeople(one)
			people = append(people, named...)
			for _, o := range offices {
				people = append(people, thaiNames(o)...)
			}
		}
		if len(people) > 0 {
			b.enter(strings.HasPrefix(lead, " ดำเนิน"), people)
			return trimTail(s[:at])
		}
	}
	return s
}

// thaiRow reads a cell that names persons, some without honorific: "พญ.ก ข, ค ง".
func (b *itemBuilder) thaiRow(s string) bool {
	if strings.IndexFunc(s, isThai) < 0 {
		return false
	}
	var people []Person
	for _, one := range strings.Split(s, ",") {
		one = joinSpace(one)
		if pair := thaiNames(one); len(pair) > 0 && (isGiven(lowerFirstWord(one)) || len(strings.Fields(one)) == 2) {
			people = append(people, pair...)
		} else if named, _, _ := readPeople(one); len(named) == 1 {
			people = append(people, named...)
		} else {
			return false
		}
	}
	b.enter(false, people)
	return true
}

// ledRow reads a cell that names speakers and then who leads them: "Ana X (Some Body), B Y (Other), moderated by C Z".
func (b *itemBuilder) ledRow(s string) bool {
	head, r, leaders := ledPeople(s)
	people := personText(head)
	if r != roleModerator || len(people) == 0 {
		return false
	}
	b.enter(false, people)
	b.enter(true, leaders)
	return true
}
