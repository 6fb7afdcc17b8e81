package note

import "strings"

// readOrganisers reads who holds the event and who supports it: what stands under or after a label, and a line of the head
// such as "Organised by A and B" or "จัดโดย …".
func readOrganisers(n *Note, contents map[section][]entry, doc document) {
	for _, e := range contents[secOrganiser] {
		n.addOrganisers(e.text)
	}
	for _, e := range contents[secPartner] {
		n.Partners = addBodies(n.Partners, e.text)
	}
	for _, tok := range doc.tokens {
		if tok.kind == tokSlot {
			return
		}
		if tok.kind != tokText || len(tok.text) > 500 {
			continue
		}
		for _, lead := range organiserLeads {
			rest, ok := cutPrefixFold(tok.text, lead.text)
			if !ok || rest == "" {
				continue
			}
			if lead.sec == secPartner {
				n.Partners = addBodies(n.Partners, rest)
			} else {
				n.addOrganisers(rest)
			}
			break
		}
	}
}

// organiserLeads open a line that names them without a colon.
var organiserLeads = []struct {
	text string
	sec  section
}{
	{"organised by ", secOrganiser},
	{"organized by ", secOrganiser},
	{"jointly organised by ", secOrganiser},
	{"jointly organized by ", secOrganiser},
	{"hosted by ", secOrganiser},
	{"convened by ", secOrganiser},
	{"จัดโดย", secOrganiser},
	{"โดยความร่วมมือ", secPartner},
	{"ร่วมกับ", secPartner},
	{"สนับสนุนโดย", secPartner},
	{"diselenggarakan oleh ", secOrganiser},
	{"bekerja sama dengan ", secPartner},
	{"didukung oleh ", secPartner},
	{"organizado por ", secOrganiser},
	{"organizada por ", secOrganiser},
	{"con el apoyo de ", secPartner},
	{"organisé par ", secOrganiser},
	{"organisée par ", secOrganiser},
	{"en partenariat avec ", secPartner},
	{"avec le soutien de ", secPartner},
	{"in partnership with ", secPartner},
	{"in collaboration with ", secPartner},
	{"in cooperation with ", secPartner},
	{"supported by ", secPartner},
	{"with support from ", secPartner},
	{"with the support of ", secPartner},
	{"funded by ", secPartner},
	{"phối hợp với ", secPartner},
	{"với sự hỗ trợ của ", secPartner},
}

// addOrganisers adds those who hold the event; after "in partnership with" and its like stand those who support it.
func (n *Note) addOrganisers(text string) {
	low := strings.ToLower(text)
	at, from := len(text), len(text)
	for _, lead := range organiserLeads {
		if i := strings.Index(low, " "+lead.text); i >= 0 && i < at && lead.sec == secPartner && len(low) == len(text) {
			at, from = i, i+1+len(lead.text)
		}
	}
	n.Organisers = addBodies(n.Organisers, text[:at])
	n.Partners = addBodies(n.Partners, text[from:])
}

// saysOrganiser recognises a line that names who holds or supports the event.
func saysOrganiser(s string) bool {
	for _, lead := range organiserLeads {
		if _, ok := cutPrefixFold(s, lead.text); ok {
			return true
		}
	}
	return false
}

// addBodies adds the bodies that a text lists. A comma or an "and" may be part of a name ("Ministry of Labour and Welfare"): it
// separates only where every part has a word for a body.
func addBodies(list []string, text string) []string {
	for _, part := range splitOutside(text, ";|•") {
		for _, body := range splitBodies(part) {
			if body = strings.Trim(body, " .,:-–—"); body != "" && len(body) < 200 && !isContactLine(body) {
				list = appendOnce(list, joinSpace(withoutThe(body)))
			}
		}
	}
	return list
}

// withoutThe removes the English article before the name of a body.
func withoutThe(s string) string {
	rest, ok := cutPrefixFold(s, "the ")
	if !ok {
		return s
	}
	return rest
}

func splitBodies(s string) []string {
	for _, sep := range []string{" ร่วมกับ", " และ", " / ", ", ", " and ", " dan ", " và ", " y ", " et "} {
		parts := strings.Split(s, sep)
		bodies := 0
		for _, p := range parts {
			if p = strings.TrimSpace(p); saysOffice(p) || thaiOffice(p) {
				bodies++
			}
		}
		if len(parts) > 1 && bodies == len(parts) {
			var all []string
			for _, p := range parts {
				all = append(all, splitBodies(p)...)
			}
			return all
		}
	}
	return []string{s}
}

// paragraphs joins the entries of a section.
func paragraphs(entries []entry) string {
	var texts []string
	for _, e := range entries {
		texts = append(texts, e.text)
	}
	return strings.Join(texts, "\n")
}
