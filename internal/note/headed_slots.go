package note

// fewestHeaded is how many items must have their start above the title and their range below it before any is joined.
const fewestHeaded = 3

// joinHeaded makes one item of "9:05am", "Title", "9:05-9:20", "Speaker", as a page sets it that has the start of each item for its
// heading: the range is the slot, and what stands below it belongs to the title above.
func joinHeaded(drafts []draft) []draft {
	headed, ranged := 0, 0
	for i, d := range drafts {
		if d.slot.ranged {
			ranged++
		}
		if i > 0 && isHeaded(drafts[i-1], d) {
			headed++
		}
	}
	if headed < fewestHeaded || headed*10 < ranged*8 {
		return drafts
	}
	var out []draft
	for _, d := range drafts {
		if n := len(out); n > 0 && isHeaded(out[n-1], d) {
			a := &out[n-1]
			a.slot = d.slot
			if d.title != "" {
				a.parts = append(a.parts, part{text: d.title, line: d.line})
			}
			a.parts = append(a.parts, d.parts...)
			continue
		}
		out = append(out, d)
	}
	return out
}

// isHeaded says that b is the range of the item that a begins with its start and its title.
func isHeaded(a, b draft) bool {
	return !a.slot.ranged && a.title != "" && b.slot.ranged && a.day == b.day && a.slot.start.clock == b.slot.start.clock
}
