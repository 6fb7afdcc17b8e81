package note

// days lists the days of a span; a span without year, or of more than 31 days, gives its ends only.
func (s dateSpan) days() []date {
	if s.first == s.last {
		return []date{s.first}
	}
	if s.listed != nil {
		return listedDays(s)
	}
	first, last := s.first.time(), s.last.time()
	n := int(last.Sub(first).Hours()/24) + 1
	if s.first.year == 0 || n < 1 || n > 31 {
		return []date{s.first, s.last}
	}
	all := make([]date, n)
	for i := range all {
		t := first.AddDate(0, 0, i)
		all[i] = date{t.Year(), int(t.Month()), t.Day()}
	}
	return all
}

func listedDays(s dateSpan) []date {
	all := make([]date, len(s.listed))
	for i, day := range s.listed {
		all[i] = date{s.first.year, s.first.month, day}
	}
	return all
}

// withGaps gives the days of a list that leaves some out, nil for a run.
func withGaps(days []int) []int {
	if days[len(days)-1]-days[0]+1 == len(days) {
		return nil
	}
	return days
}

// dayNumbers reads "23", "23rd", "23-25", "23, 24 and 26", "23 to 25", up to the month: every day of them.
func dayNumbers(ps []piece, k int) (days []int, next int) {
	days, next = []int{ps[k].value}, skipPieces(ps, k+1, "st", "nd", "rd", "th", "er", "ero", "º", "°")
	for next+1 < len(ps) {
		at := next
		for at < len(ps) && at-next < 3 && ps[at].is("-", "–", "—", "‐", "‑", "to", "and", "&", ",", "y", "al", "a", "et", "au", "dan", "và", "đến", "ถึง", "และ", "sampai", "s", "d", ".", "/", "ngày", "วันที่", "el") {
			at++
		}
		if _, weekday := weekdayOf(pieceText(ps, at)); weekday && at > next {
			at++ // "viernes 9 y sábado 10 de octubre"
		}
		if at == next || at >= len(ps) || ps[at].digits == 0 || ps[at].digits > 2 || at-next == 1 && ps[next].is(".", "/") || ps[at].value <= days[len(days)-1] {
			return days, next
		}
		days, next = appendDays(days, ps[next:at], ps[at].value), skipPieces(ps, at+1, "st", "nd", "rd", "th", "er", "º", "°")
		if len(days) > 31 {
			return days, next
		}
	}
	return days, next
}

// appendDays adds a day to a list, or all days up to it when what stands between says so.
func appendDays(days []int, between []piece, last int) []int {
	listed := false
	for _, p := range between {
		listed = listed || p.is(",", "and", "&", "y", "et", "dan", "và", "และ")
	}
	for day := days[len(days)-1] + 1; day < last && !listed; day++ {
		days = append(days, day)
	}
	return append(days, last)
}
