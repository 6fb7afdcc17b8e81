package note

import "strings"

// mostLoose bounds the persons that are kept for the item before.
const mostLoose = 60

// loosePerson recognises a line that names persons with certainty although nothing opens it: "Ana X (Some Institute)", "Ana X (Some
// Institute) – What we found", or the bullet of such a list.
func loosePerson(tok token) bool {
	text := cutRunes(tok.text, 200)
	if tok.cell >= 0 || isContactLine(text) || len(text) < len(tok.text) {
		return false
	}
	if people := onlyPersons(text); len(people) > 0 {
		return people[0].Affiliation != "" || people[0].Degrees != ""
	}
	if tok.line.bullet == "" {
		return false
	}
	_, _, people := leadingPerson(text)
	return len(people) > 0 && people[0].Affiliation != ""
}

// keepsFor keeps a chair for the first item of the session that a heading has opened, and a person who stands alone for the item
// before. Where the persons of a session follow its chair before any time does, that session has no item: the chair goes with them.
func (c *collector) keepsFor(tok token) {
	if len(c.out.drafts) == 0 || len(c.loose) >= mostLoose {
		return
	}
	c.loose = append(c.loose, c.waiting...)
	c.waiting = nil
	c.loose = append(c.loose, part{text: tok.text, line: tok.line})
}

// onlyBullets says that every one of the texts is an item of a list.
func onlyBullets(parts []part) bool {
	for _, p := range parts {
		if p.line.bullet == "" {
			return false
		}
	}
	return true
}

// rosterWords open the list of those who come, in which nobody has a part of the programme.
var rosterWords = []string{"list of participants", "participants list", "participant list", "list of delegates", "list of speakers", "biographies", "speaker biographies", "speakers’ biographies", "speakers' biographies", "biographies of speakers", "biographies of the speakers", "about the speakers", "speaker bios", "รายชื่อผู้เข้าร่วม", "รายชื่อผู้เข้าร่วมประชุม", "รายชื่อผู้เข้าร่วมสัมมนา", "รายนามผู้เข้าร่วมประชุม", "ประวัติวิทยากร", "daftar peserta", "daftar hadir", "danh sách đại biểu", "danh sách tham dự", "lista de participantes", "liste des participants"}

func isRoster(s string) bool {
	low := strings.ToLower(strings.Trim(stripNumbering(s), " :."))
	for _, w := range rosterWords {
		if low == w {
			return true
		}
	}
	return false
}

// isBareSession recognises a title that is nothing but the number of a session: its topic stands below.
func isBareSession(title string) bool {
	session, _ := sessionHeading(title)
	first, rest, _ := strings.Cut(strings.ToLower(title), " ")
	session = session || (first == "plenary" || first == "panel") && startsDigit(rest)
	return session && len(strings.Fields(title)) <= 2 && !strings.Contains(title, ":")
}

// isBareTalk recognises "Keynote" and its like, which say nothing of what the talk is about.
func isBareTalk(title string) bool { return bareTalks[strings.ToLower(strings.TrimRight(title, " :"))] }

var bareTalks = map[string]bool{"keynote": true, "keynote speech": true, "keynote address": true, "keynote lecture": true, "keynote talk": true, "invited talk": true, "guest lecture": true, "plenary lecture": true, "conferencia magistral": true, "conférence plénière": true}

// isTopic recognises a short line that can be the topic of a session.
func isTopic(tok token) bool {
	return tok.line.bullet == "" && tok.line.level == 0 && len(tok.text) < 160 && len(strings.Fields(tok.text)) > 1 && lastRune(tok.text) != '.' && !strings.HasSuffix(tok.text, ":") && len(onlyPersons(tok.text)) == 0 && !beginsWithHonorific(tok.text) && !isContactLine(tok.text)
}
