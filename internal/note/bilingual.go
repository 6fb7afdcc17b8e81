package note

import "strings"

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

// bilingualRows finds the rows of which two cells are in different languages, one of them Thai, or whose heading names two languages.
func bilingualRows(lines []line) (rows []bilingualRow, langs [2]string) {
	first, second := -1, -1
	for _, l := range lines {
		if len(l.cells) < 2 {
			continue
		}
		if a, b, named := languageHeads(l.cells); named != [2]string{} {
			first, second, langs = a, b, named
			continue
		}
		if first < 0 {
			first, second = thaiBesideLatin(l.cells)
			if first < 0 {
				continue
			}
			langs = [2]string{detectLang(l.cells[first]), detectLang(l.cells[second])}
		}
		if second >= len(l.cells) || l.cells[first] == "" && l.cells[second] == "" {
			continue
		}
		rows = append(rows, readBilingual(l, first, second))
	}
	return rows, langs
}

// languageHeads reads "No | ภาษาไทย | English".
func languageHeads(cells []string) (first, second int, langs [2]string) {
	first, second = -1, -1
	for i, c := range cells {
		code := languageNames[strings.ToLower(strings.TrimSpace(c))]
		switch {
		case code == "":
		case first < 0:
			first, langs[0] = i, code
		case second < 0:
			second, langs[1] = i, code
		}
	}
	if second < 0 {
		return -1, -1, [2]string{}
	}
	return first, second, langs
}

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

func readBilingual(l line, first, second int) bilingualRow {
	r := bilingualRow{a: DraftSegment{Text: l.cells[first], Line: l.no}, b: DraftSegment{Text: l.cells[second], Line: l.no}}
	if first > 0 && isRowNumber(l.cells[0]) {
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
