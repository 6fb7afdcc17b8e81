package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var emailAt = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// isContactLine recognises a line that gives a way to reach somebody.
func isContactLine(s string) bool {
	if strings.ContainsRune(s, '@') && emailAt.MatchString(s) {
		return true
	}
	low := strings.ToLower(s)
	for _, w := range []string{"tel.", "tel:", "tel ", "phone", "telephone", "téléphone", "fax", "โทร", "e-mail", "email:", "www.", "http", "whatsapp", "đt:", "điện thoại", "telp", "tél"} {
		if at := wordStart(low, w); at >= 0 {
			return true
		}
	}
	return false
}

// wordStart finds a word in a text where no Latin letter stands before it: "tel." but not in "hotel.".
func wordStart(s, w string) int {
	for from := 0; ; {
		at := strings.Index(s[from:], w)
		if at < 0 {
			return -1
		}
		at += from
		if r, _ := utf8.DecodeLastRuneInString(s[:at]); at == 0 || !unicode.IsLetter(r) || isThai(r) {
			return at
		}
		from = at + len(w)
	}
}

// readContacts takes the names and addresses that follow "for information, please contact" and its like.
func readContacts(n *Note, doc document) {
	for _, e := range gather(doc)[secContact] {
		for _, chunk := range contactChunks(e.text) {
			addContact(n, chunk, e.line)
		}
	}
}

// contactJoins separate two contacts.
var contactJoins = regexp.MustCompile(`(?i)\s+(?:or|and|หรือ|และ|atau|hoặc|và|o|ou|et)\s+|[;/|]|\s-\s|\s–\s`)

func contactChunks(s string) []string { return contactJoins.Split(s, -1) }

// addContact adds the person of a chunk; an address without a name goes to the contact before it.
func addContact(n *Note, chunk string, line int) {
	email := emailAt.FindString(chunk)
	name := contactName(emailAt.ReplaceAllString(chunk, " , "))
	switch last := len(n.Contacts) - 1; {
	case name != "":
		n.Contacts = append(n.Contacts, Contact{Name: name, Email: email, Line: line})
	case email != "" && last >= 0 && n.Contacts[last].Email == "":
		n.Contacts[last].Email = email
	}
}

// contactName reads the name in a chunk: after an honorific, or the first part that reads like a name.
func contactName(s string) string {
	for _, lead := range []string{"please contact", "contact person", "contact", "ติดต่อ", "hubungi", "liên hệ", "contactar a", "contactar", "contacter", "to"} {
		if at := strings.Index(strings.ToLower(s), lead+" "); at >= 0 && at+len(lead) <= len(s) {
			s = s[at+len(lead):]
		}
	}
	if marks := honorificsIn(s, true); len(marks) > 0 {
		return personList(s[marks[0].from:], marks[:1], marks[0].from)[0].Name
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",()[]<>:\t", r) }) {
		part = strings.TrimFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
		if looksNamed(part) {
			return joinSpace(part)
		}
	}
	return ""
}
