package note

// fewestBelow is how many blocks must have their time under the title before any is turned round.
const fewestBelow = 3

// timesBelow puts the time of every block "Title", "9:00–9:30", "Speaker" before its title, where it stands in other notes.
// Blocks are parted by blank lines.
func timesBelow(lines []line) []line {
	var turned []int
	slots := 0
	for i, l := range lines {
		if !isLoneSlot(l) {
			continue
		}
		slots++
		if i > 0 && !lines[i-1].blank() && !isLoneSlot(lines[i-1]) && (i == 1 || lines[i-2].blank()) && canBeTitle(lines[i-1]) {
			turned = append(turned, i)
		}
	}
	if len(turned) < fewestBelow || len(turned)*10 < slots*8 {
		return lines
	}
	for _, i := range turned {
		lines[i-1], lines[i] = lines[i], lines[i-1]
	}
	return lines
}

// isLoneSlot recognises a line that is a sure time and nothing else.
func isLoneSlot(l line) bool {
	if l.blank() || len(l.text) > 40 || l.table {
		return false
	}
	sl, rest, _, ok := leadingSlot(l.raw)
	return ok && rest == "" && sl.sure()
}

// canBeTitle leaves out the heading of a day, of a table or of a section above a time.
func canBeTitle(l line) bool {
	if _, day := dayHeading(l, l.text); day || l.level > 0 && l.level < 3 {
		return false
	}
	_, column := headerCell(l.text)
	return !column && len(l.cells) < 2
}
