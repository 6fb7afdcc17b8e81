package note

import (
	"slices"
	"strings"
)

// BilingualRecommendations reads a table that holds the recommendations in two languages side by side ("ไทย | English"). A row that
// begins with a number or a label opens a recommendation, the rows below are its segments; without any, each row is one. ok is
// false when the text has no such table.
func BilingualRecommendations(text string) (al Alignment, ok bool) {
	if len(text) > MaxText {
		return al, false
	}
	rows, langs := bilingualRows(splitLines(text))
	if len(rows) < 2 {
		return al, false
	}
	al.Langs = langs
	var as, bs []DraftRecommendation
	for _, r := range rows {
		if len(as) == 0 || r.opens || !anyOpens(rows) {
			as, bs = append(as, DraftRecommendation{No: r.no}), append(bs, DraftRecommendation{No: r.no})
		}
		as[len(as)-1].addCell(r.a)
		bs[len(bs)-1].addCell(r.b)
	}
	for i := range as {
		as[i].settle()
		bs[i].settle()
		al.Pairs = append(al.Pairs, pairRecommendations(as[i], bs[i]))
	}
	return al, true
}

// bilingualRow is one row of the table; opens says that it begins a recommendation.
type bilingualRow struct {
	no    string
	a, b  DraftSegment
	opens bool
}

func anyOpens(rows []bilingualRow) bool {
	for _, r := range rows {
		if r.opens {
			return true
		}
	}
	return false
}

// addCell adds a cell: the first one with a line is the place of the recommendation.
func (r *DraftRecommendation) addCell(s DraftSegment) {
	if r.Line == 0 {
		r.Line = s.Line
	}
	for _, part := range strings.Split(s.Text, cellBreak) {
		if part = joinSpace(part); part != "" {
			r.Segments = append(r.Segments, DraftSegment{Text: part, Line: s.Line})
		}
	}
}

// bilingualRows finds the rows below headings that name two languages, else those of which two cells are in different languages, one
// of them Thai.
func bilingualRows(lines []line) (rows []bilingualRow, langs [2]string) {
	var columns [2][]int
	for _, l := range lines {
		if len(l.cells) < 2 {
			continue
		}
		if at, named := languageColumns(l.cells); named[1] != "" && (len(rows) == 0 || sameColumns(at, columns)) {
			columns, langs = at, named
			continue
		}
		if langs[0] == "" {
			first, second := thaiBesideLatin(l.cells)
			if first < 0 {
				continue
			}
			columns = [2][]int{{first}, {second}}
			langs = [2]string{detectLang(l.cells[first]), detectLang(l.cells[second])}
		}
		if r := readBilingual(l, columns); r.a.Text != "" || r.b.Text != "" {
			rows = append(rows, r)
		}
	}
	return rows, langs
}

// sameColumns says that headings stand over the same columns as those before: a table that goes on with its headings said again.
func sameColumns(a, b [2][]int) bool { return slices.Equal(a[0], b[0]) && slices.Equal(a[1], b[1]) }

// thaiBesideLatin gives the first two cells with more than a number of which exactly one is Thai.
func thaiBesideLatin(cells []string) (first, second int) {
	first = -1
	for i, c := range cells {
		if len(c) < 4 || isRowNumber(c) {
			continue
		}
		if first >= 0 {
			if isThaiText(cells[first]) == isThaiText(c) {
				return -1, -1
			}
			return first, i
		}
		first = i
	}
	return -1, -1
}

func isThaiText(s string) bool { return strings.IndexFunc(s, isThai) >= 0 }

// readBilingual reads a row. Cells of one language ("Title", "Text") are parts of it, one below the other.
func readBilingual(l line, columns [2][]int) bilingualRow {
	r := bilingualRow{a: joinCells(l, columns[0]), b: joinCells(l, columns[1])}
	if columns[0][0] > 0 && columns[1][0] > 0 && isRowNumber(l.cells[0]) {
		r.no, r.opens = strings.TrimRight(l.cells[0], ". )"), true
	}
	for _, cell := range []*DraftSegment{&r.a, &r.b} {
		if no, rest, ok := recommendationLabel(cell.Text); ok {
			r.no, r.opens, cell.Text = firstOf(r.no, no), true, rest
		} else if mark, rest := cutBullet(cell.Text); mark != "" && mark != "-" {
			r.no, r.opens, cell.Text = firstOf(r.no, mark), true, rest
		}
	}
	return r
}

func joinCells(l line, columns []int) DraftSegment {
	var texts []string
	for _, at := range columns {
		if at < len(l.cells) && l.cells[at] != "" {
			texts = append(texts, l.cells[at])
		}
	}
	return DraftSegment{Text: strings.Join(texts, cellBreak), Line: l.no}
}
