package note

import "strings"

// siteMarks stand between the title of a page and the name of its site.
var siteMarks = strings.NewReplacer(" | ", "\x00", " – ", "\x00", " — ", "\x00", " - ", "\x00", " » ", "\x00", " « ", "\x00", " · ", "\x00", " • ", "\x00")

// pageTitle takes the name of the event from the title of a page, of which a part may name the site: the part that has a word for an
// event, else a whole title of four words or more.
func pageTitle(s string) string {
	parts := strings.Split(siteMarks.Replace(s), "\x00")
	for _, part := range parts {
		if words := len(strings.Fields(part)); namesEvent(part) && (words >= 3 || isThaiText(part)) && !isPaper(part) && !isBareEvent(part) {
			return cleanTitle(part)
		}
	}
	if len(parts) == 1 && len(strings.Fields(s)) >= 4 && !isPaper(s) && !isPublished(s) {
		return cleanTitle(s)
	}
	return ""
}
