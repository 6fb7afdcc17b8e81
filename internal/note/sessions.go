package note

import (
	"strings"
	"unicode/utf8"
)

// sessionWords open the heading of a part of the day that has no time of its own.
var sessionWords = []string{
	"session", "part", "module", "theme", "block", "ช่วงที่", "ภาคเช้า", "ภาคบ่าย", "ช่วงเช้า", "ช่วงบ่าย", "sesi", "bagian", "phiên", "phần", "buổi sáng", "buổi chiều", "sesión", "bloque", "módulo", "séance", "partie", "atelier n",
	"morning session", "afternoon session", "evening session", "morning", "afternoon", "evening", "plenary session", "matin", "matinée", "après-midi", "soirée", "mañana", "tarde", "pagi", "siang", "sore", "sáng", "chiều", "เช้า", "บ่าย",
}

var ordinalWords = wordSet(`first second third fourth fifth sixth seventh primera segunda tercera cuarta première deuxième troisième quatrième 1st 2nd 3rd 4th 5th opening closing plenary parallel morning afternoon`)

// sessionHeading recognises "Second Session: City experience (plenary/Room 1)", "ช่วงที่ 2 …", "Session 3" and whether it runs in parallel.
func sessionHeading(s string) (ok, parallel bool) {
	low := strings.ToLower(s)
	if len(low) > 160 {
		return false, false
	}
	for range 2 {
		first, rest, _ := strings.Cut(low, " ")
		if ordinalWords[first] && strings.HasPrefix(rest, "se") {
			low = rest
		}
	}
	for _, w := range sessionWords {
		rest, found := strings.CutPrefix(low, w)
		if !found || followedByLetter(rest, 0) && w < "ก" {
			continue
		}
		trimmed := strings.TrimLeft(rest, " .")
		if low != strings.ToLower(s) || trimmed == "" || trimmed[0] == ':' || startsDigit(trimmed) || !followedByLetter(trimmed, 1) && trimmed != low || strings.Trim(headOf(trimmed), "ivx :-–") == "" || w >= "ก" {
			return true, saysParallel(s)
		}
	}
	return false, false
}

var parallelWords = []string{"parallel", "concurrent", "simultaneous session", "breakout", "คู่ขนาน", "พร้อมกัน", "paralel", "bersamaan", "song song", "paralel", "simultáneas", "parallèle"}

func saysParallel(s string) bool {
	low := strings.ToLower(s)
	for _, w := range parallelWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// branches says that a line belongs to an item of parallel sessions that are listed under it, each with a heading, a room and
// people of its own: such an item goes on until the next slot.
func branches(d *draft, text string) bool {
	if !saysParallel(d.title) || utf8.RuneCountInString(text) > 300 || isContactLine(text) || len(d.parts) > 120 {
		return false
	}
	session, _ := sessionHeading(text)
	if session {
		d.branched = true
	}
	return d.branched
}
