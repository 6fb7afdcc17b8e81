package note

import "strings"

// dashLabel reads a label that a dash sets apart from the persons: "Moderator – Ms. X", "Panellists -" above a list.
func dashLabel(s string) (r role, rest string) {
	s = strings.TrimSpace(s)
	for _, dash := range []string{" - ", " – ", " — ", "- ", "– "} {
		label, after, ok := strings.Cut(s+" ", dash)
		if !ok || len(label) > 40 || softLabels[strings.ToLower(strings.TrimSpace(label))] {
			continue
		}
		after = strings.TrimSpace(after)
		if r := labelRole(label); r != roleNone && r != roleLed && !byWord(label) && (after == "" || beginsWithPerson(after) || len(thaiNames(after)) > 0) {
			return r, after
		}
	}
	return roleNone, s
}

// byWord says that a label is one of those that need no mark after them.
func byWord(label string) bool {
	_, ok := roleByWords[strings.ToLower(strings.TrimSpace(label))]
	return ok
}

// withPanel gives the persons after "with" to the speakers, where a moderator leads them: "Moderated by Ms. X, with Mr. Y and Ms. Z".
func (c *cast) withPanel(text string) string {
	for _, with := range []string{"; with ", ", with ", " with ", " avec ", " con ", " bersama "} {
		head, panel, ok := strings.Cut(text, with)
		if ok && beginsWithPerson(head) && beginsWithPerson(panel) {
			c.add(roleSpeaker, panel)
			return strings.TrimRight(head, " ;,")
		}
	}
	return text
}
