package note

import (
	"strings"
	"unicode/utf8"
)

// trackWords open a line that names one branch of a parallel item.
var trackWords = []string{"track", "room", "stream", "ห้อง", "ruang", "phòng", "sala", "salle"}

// opensTrack says that a text begins like one branch of a parallel item.
func opensTrack(s string) bool {
	low := strings.ToLower(s)
	return beginsWithAny(low, trackWords)
}

// isRoomLabel accepts "Room" and its like, alone.
func isRoomLabel(label string) bool {
	col, ok := headerCell(label)
	return ok && col == colRoom
}

// track reads "Track A (Room 301): Employers" and "Room 2: …".
func (b *itemBuilder) track(text string) bool {
	at := labelEnd(text)
	if b.thaiTrack(text) {
		return true
	}
	if at < 0 {
		return false
	}
	label, title := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1:])
	if session, _ := sessionHeading(text); session && saysParallel(b.item.Title) {
		b.tracks = append(b.tracks, Track{Room: label, Title: title})
		return true
	}
	if n := len(b.tracks); n > 0 && isRoomLabel(label) && title != "" {
		b.tracks[n-1].Title, b.tracks[n-1].Room = b.tracks[n-1].Room+": "+b.tracks[n-1].Title, title
		return true
	}
	for _, w := range trackWords {
		rest, ok := cutPrefixFold(label, w)
		if !ok || rest == "" && w != "ห้อง" || title == "" {
			continue
		}
		if inner := roomIn(label); inner != "" {
			label = inner
		}
		b.tracks = append(b.tracks, Track{Room: label, Title: title})
		return true
	}
	return false
}

// thaiTrack reads "ห้องที่ 2 อัตลักษณ์และวัฒนธรรม (ห้อง 413)": a numbered room and what happens there. It needs no colon.
func (b *itemBuilder) thaiTrack(text string) bool {
	for _, w := range []string{"ห้องที่", "ห้องย่อยที่", "ห้องย่อย"} {
		rest, ok := strings.CutPrefix(text, w)
		if !ok {
			continue
		}
		_, digits, next := readNumber(rest, skipSpace(rest, 0, 2))
		title := trimLead(rest[next:])
		if digits == 0 || title == "" || utf8.RuneCountInString(text) > 160 {
			return false
		}
		b.tracks = append(b.tracks, Track{Room: firstOf(roomIn(text), w+" "+itoa(numberIn(rest))), Title: text})
		return true
	}
	return false
}

func numberIn(s string) int {
	value, _, _ := readNumber(s, skipSpace(s, 0, 2))
	return value
}

// place reads a line that gives the room of the item: "ณ ห้องประชุม 2", "Venue: …", "Room 301".
func (b *itemBuilder) place(text string) bool {
	if utf8.RuneCountInString(text) > 80 {
		return false
	}
	if rest, ok := strings.CutPrefix(text, "ณ "); ok {
		b.room = firstOf(b.room, joinSpace(rest))
		return true
	}
	for _, w := range []string{"room ", "ruang ", "phòng ", "salle ", "sala "} {
		if rest, ok := cutPrefixFold(text, w); ok && len(strings.Fields(rest)) <= 3 {
			b.room = firstOf(b.room, text)
			return true
		}
	}
	return false
}

// cutRoom takes "Room: P1" from the end of a title.
func cutRoom(s string) (head, room string) {
	low := strings.ToLower(s)
	for _, label := range []string{" room:", " venue:", " location:", " ห้อง:", " สถานที่:", " ruang:", " tempat:", " phòng:", " địa điểm:", " sala:", " lugar:", " salle:", " lieu:"} {
		if at := strings.LastIndex(low, label); at > 0 && len(low) == len(s) && len(s)-at < 60 {
			return trimTail(s[:at]), joinSpace(s[at+len(label):])
		}
	}
	return s, ""
}

// roomIn finds "(Room 301)", "(ห้อง 2)" in a text.
func roomIn(s string) string {
	for rest := s; ; {
		at := strings.IndexByte(rest, '(')
		if at < 0 {
			return ""
		}
		inner, after, closed := strings.Cut(rest[at+1:], ")")
		if !closed {
			return ""
		}
		for _, w := range []string{"room ", "ห้อง", "ruang ", "phòng ", "sala ", "salle ", "hall "} {
			if _, ok := cutPrefixFold(inner, w); ok {
				return joinSpace(inner)
			}
		}
		rest = after
	}
}

// settleTracks names an item that has nothing but tracks: one of them, or the same in all, is the item itself.
func (b *itemBuilder) settleTracks() {
	var titles []string
	for _, t := range b.tracks {
		titles = appendOnce(titles, t.Title)
	}
	if b.item.Title == "" && len(titles) == 1 {
		b.item.Title = titles[0]
		return
	}
	if b.item.Title == "" {
		b.item.Title = strings.Join(titles, " / ")
	}
	b.item.Parallel.Tracks = b.tracks
}

// namesRoom recognises a cell that is a place and nothing else: "Hall A", "PCTS, 407 Example Hall", "ห้องประชุม 2".
func namesRoom(s string) bool {
	return utf8.RuneCountInString(s) < 60 && isPlace(s) && kindOf(s, false) == KindOther && len(honorificsIn(s, true)) == 0 && !strings.ContainsAny(s, ":;?") && !(strings.Contains(s, ",") && len(onlyPersons(s)) > 0)
}
