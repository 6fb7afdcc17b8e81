package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// title reads the text on the slot's line: sub-items "(1) … (2) …", labels, persons and teams glued to it.
func (b *itemBuilder) title(s string) []part {
	s, b.room = cutRoom(s)
	if inner, rest, ok := strings.Cut(s, ") "); ok && strings.HasPrefix(inner, "(") && namesRoom(inner[1:]) {
		b.room, s = firstOf(b.room, inner[1:]), rest // "(Room A) Keynote"
	}
	if head, talk := quotedTalk(s); talk != "" {
		if rest := b.title(head); len(b.cast.speakers) > 0 {
			b.item.Title += ": " + talk
			return rest
		}
	}
	head, numbered := cutNumbered(s)
	head, segments := labelledTitle(head)
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	head = b.thaiLead(head)
	led := ledByModerator(head)
	head, people := gluedPeople(head)
	b.enter(led, people)
	if len(people) == 0 {
		head = b.plain(head)
	}
	head = b.office(b.unnamed(head))
	head, team := gluedTeam(head)
	if team != nil {
		b.cast.speakers = append(b.cast.speakers, *team)
	}
	b.item.Title = head
	var parts []part
	for i, text := range numbered {
		parts = append(parts, part{text: text, line: line{bullet: itoa(i + 1)}, role: colTitle})
	}
	return parts
}

// withoutRoles takes the labelled persons from a text.
func (b *itemBuilder) withoutRoles(s string) string {
	head, segments := cutRoles(s)
	if head == "" {
		return s
	}
	for _, seg := range segments {
		b.cast.add(seg.role, seg.text)
	}
	return head
}

// labelledTitle separates labels from a title. A title that begins with one keeps it: "Keynote: Cities and newcomers" names
// nobody and is a title, "Keynote: Dr. X" is a keynote by Dr. X.
func labelledTitle(s string) (head string, segments []roleSegment) {
	head, segments = cutRoles(s)
	if head != "" || len(segments) == 0 {
		return head, segments
	}
	first := segments[0].text
	if marks := honorificsIn(first, true); len(marks) > 0 && marks[0].from == 0 || looksNamed(headOf(first)) || first == "" || isTBC(first) {
		return strings.TrimSpace(s[:strings.IndexByte(s, ':')]), segments
	}
	if len(segments) == 1 {
		return s, nil
	}
	head = strings.TrimSpace(s[:strings.Index(s, first)] + first)
	return head, segments[1:]
}

// office cuts "… โดย ผู้ว่าราชการจังหวัด" from a title: an office in charge, not named. A โดย before anything else is "by means of".
func (b *itemBuilder) office(s string) string {
	head, rest, ok := strings.Cut(s, " โดย")
	if !ok {
		head, rest, ok = strings.Cut(s, "โดย ") // glued to the word before
	}
	rest = strings.TrimLeft(rest, " ")
	if named := thaiNames(rest); ok && surelyThai(rest) && len(named) > 0 {
		b.enter(false, named)
		return trimTail(head)
	}
	if !ok || !thaiOffice(rest) {
		return s
	}
	b.cast.led = append(b.cast.led, joinSpace(rest))
	return trimTail(head)
}

// unnamed removes a trailing "TBC" from a title and remembers it.
func (b *itemBuilder) unnamed(s string) string {
	at := strings.LastIndexAny(s, " (")
	if at > 0 && isTBC(s[at:]) {
		b.cast.unnamed = true
		return trimPeopleLead(s[:at])
	}
	if isTBC(s) && s != "" {
		b.cast.unnamed = true
	}
	return s
}

// cutNumbered cuts "Sharing experience (1) Yokohama … (2) Indonesia …" at its numbers, which must run from 1.
func cutNumbered(s string) (head string, items []string) {
	at := strings.Index(s, "(1)")
	if at < 0 || !strings.Contains(s, "(2)") {
		return s, nil
	}
	head, rest := trimTail(s[:at]), s[at+3:]
	for n := 2; ; n++ {
		text, after, more := strings.Cut(rest, "("+itoa(n)+")")
		items = append(items, strings.TrimSpace(text))
		if !more {
			return head, items
		}
		rest = after
	}
}

// joinsTitle says that a second column of titles ("Activity", "Topic") goes on with the first: nothing came between, and both are
// short and of one script.
func (b *itemBuilder) joinsTitle(text string) bool {
	return b.item.Title != "" && len(b.item.Subitems) == 0 && len(b.tracks) == 0 && isThaiText(b.item.Title) == isThaiText(text) && !strings.EqualFold(b.item.Title, text) &&
		utf8.RuneCountInString(b.item.Title) < 60 && utf8.RuneCountInString(text) < 160 && len(honorificsIn(text, true)) == 0 && !looksNamed(headOf(text)) && !opensTrack(text)
}

// leadsOn is the colon or the semicolon at the end of a title that goes on in the next line.
func leadsOn(title string) string {
	if last := lastRune(title); strings.ContainsRune(":;", last) && last != utf8.RuneError {
		return string(last)
	}
	return ""
}

// fuller says that a line is the title once more, with more to it: "Panel", then "Panel on schools and parents".
func (b *itemBuilder) fuller(text string) bool {
	rest, ok := cutPrefixFold(text, b.item.Title)
	return ok && b.item.Title != "" && strings.HasPrefix(rest, " ") && utf8.RuneCountInString(text) < 200
}

func isQuote(r rune) bool { return strings.ContainsRune("“”\"«»", r) }

func opensQuote(s string) bool { return strings.ContainsRune("“\"«", firstRune(s)) }

// withoutBullet removes the bullet that a title in a cell begins with.
func withoutBullet(s string) string {
	if mark, rest := cutBullet(s); mark == "-" && !unicode.IsLower(firstRune(rest)) {
		return rest
	}
	if head, rest, ok := strings.Cut(s, ". "); ok && head != "" && strings.Trim(head, "IVX") == "" && !looksNamed(s) && len(strings.Fields(rest)) > 1 {
		return rest // "II. Opening ceremony"
	}
	return s
}

func (b *itemBuilder) lastTitle() string { return b.item.Subitems[len(b.item.Subitems)-1].Title }

func (b *itemBuilder) continueTitle(text string) {
	title, people := gluedPeople(text)
	b.item.Title = joinSpace(b.item.Title + " " + title)
	b.cast.speakers = append(b.cast.speakers, people...)
}
