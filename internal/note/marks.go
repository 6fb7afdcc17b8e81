package note

import "strings"

// symbolBullets are the bullets of Word's symbol fonts, which mean nothing else wherever they stand.
const symbolBullets = "\uF0B7\uF0A7\uF0D8\uF076"

var typedDash = strings.NewReplacer(" -- ", " – ", " --- ", " – ")

// partBullets sets a break before every bullet inside a line that lost its breaks, and a dash for two hyphens.
func partBullets(s string) string {
	s = typedDash.Replace(s)
	if !strings.ContainsAny(s, symbolBullets) || len(s) > longLine {
		return s
	}
	lead := s[:len(s)-len(strings.TrimLeft(s, " \t"+symbolBullets))]
	parts := strings.FieldsFunc(s[len(lead):], func(r rune) bool { return strings.ContainsRune(symbolBullets, r) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return lead + strings.Join(parts, cellBreak)
}
