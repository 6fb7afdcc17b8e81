package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numberings are the lists of a Word document (numbering.xml): how each level is counted, and how far it has come.
type numberings struct {
	levels map[string]map[int]level // by abstract list, then level
	lists  map[string]string        // list -> abstract list
	starts map[string]map[int]int   // by list: a level that begins elsewhere
	counts map[string][]int         // by abstract list: the last number of each level
	begun  map[string]bool          // lists that have had their own start
}

// level is how one level of a list is counted.
type level struct {
	format, text string // "decimal", "%1."
	start        int
}

const mostLevels = 9

func readNumberings(a *archive, part string) *numberings {
	n := &numberings{
		levels: map[string]map[int]level{}, lists: map[string]string{}, starts: map[string]map[int]int{},
		counts: map[string][]int{}, begun: map[string]bool{},
	}
	if a.files[part] == nil {
		return n
	}
	r := numberingReader{n: n}
	if err := a.each(part, r.token); err != nil {
		return n // a damaged list loses its numbers, not the paper
	}
	return n
}

// numberingReader remembers where in numbering.xml it is.
type numberingReader struct {
	n              *numberings
	abstract, list string
	level          int
	inLevel        level
}

func (r *numberingReader) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		r.start(e)
	case xml.EndElement:
		if e.Name.Local == "lvl" && r.abstract != "" {
			r.n.levels[r.abstract][r.level] = r.inLevel
		}
	}
	return nil
}

func (r *numberingReader) start(e xml.StartElement) {
	value := attr(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		r.abstract, r.list = attr(e, "abstractNumId"), ""
		r.n.levels[r.abstract] = map[int]level{}
	case "num":
		r.abstract, r.list = "", attr(e, "numId")
	case "abstractNumId":
		r.n.lists[r.list] = value
	case "lvl", "lvlOverride":
		r.level, _ = strconv.Atoi(attr(e, "ilvl"))
		r.inLevel = level{start: 1, format: "decimal"}
	case "start":
		r.inLevel.start, _ = strconv.Atoi(value)
	case "startOverride":
		if r.n.starts[r.list] == nil {
			r.n.starts[r.list] = map[int]int{}
		}
		r.n.starts[r.list][r.level], _ = strconv.Atoi(value)
	case "numFmt":
		r.inLevel.format = value
	case "lvlText":
		r.inLevel.text = value
	}
}

// next counts one paragraph of a list and gives its mark: "- ", "3. ", "(b) ", "" for none.
func (n *numberings) next(list string, at int) string {
	abstract, known := n.lists[list]
	lv, defined := n.levels[abstract][at]
	if !known || list == "0" || at < 0 || at >= mostLevels {
		return ""
	}
	if !defined {
		lv = level{format: "bullet"}
	}
	if lv.format == "bullet" {
		return "- "
	}
	if lv.format == "none" {
		return ""
	}
	counts := n.counts[abstract]
	for len(counts) <= at {
		counts = append(counts, n.levels[abstract][len(counts)].start-1)
	}
	if start, own := n.starts[list][at]; own && !n.begun[list+"/"+strconv.Itoa(at)] {
		n.begun[list+"/"+strconv.Itoa(at)] = true
		counts[at] = start - 1
	}
	counts = counts[:at+1]
	counts[at]++
	n.counts[abstract] = counts
	return lv.mark(at, counts[at])
}

// mark writes the number in the brackets or with the point of its level; of "2.1.3" the last number alone, for "2.1" looks
// like a time of day.
func (lv level) mark(at, n int) string {
	number := count(n, lv.format)
	own := "%" + strconv.Itoa(at+1)
	before, after, found := strings.Cut(lv.text, own)
	switch {
	case !found:
		return strings.TrimSpace(number) + ". "
	case strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")"):
		return "(" + number + ") "
	case strings.HasPrefix(after, ")"):
		return number + ") "
	case before != "" && !strings.Contains(before, "%"):
		return strings.TrimSpace(before+number+after) + " " // "Session 3:", "ช่วงที่ 2"
	}
	return number + ". "
}
