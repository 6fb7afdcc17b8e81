package source

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"
)

// dateStyles reads which cell styles show a number as a date or a time (styles.xml).
func dateStyles(a *archive, part string) []bool {
	var styles []bool
	formats := map[int]string{}
	inCells := false
	err := a.eachIfThere(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			id, _ := strconv.Atoi(attr(e, "numFmtId"))
			switch e.Name.Local {
			case "numFmt":
				if len(formats) < mostEntries {
					formats[id] = attr(e, "formatCode")
				}
			case "cellXfs":
				inCells = true
			case "xf":
				if inCells && len(styles) < 1<<16 {
					code, custom := formats[id]
					styles = append(styles, custom && isDateCode(code) || !custom && isDateNumber(id))
				}
			}
		case xml.EndElement:
			inCells = inCells && e.Name.Local != "cellXfs"
		}
		return nil
	})
	if err != nil {
		return nil // damaged styles lose the dates, not the sheet
	}
	return styles
}

// isDateNumber knows the built-in formats of dates and times (ECMA-376, 18.8.30, with those of Thai Excel, 71 to 81).
func isDateNumber(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58 || id >= 71 && id <= 81
}

// isDateCode judges a format of one's own by the letters in it, of its first part and outside quotes and brackets.
func isDateCode(code string) bool {
	quoted, bracket := false, false
	for i, r := range strings.ToLower(code) {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[' && (strings.HasPrefix(code[i:], "[h") || strings.HasPrefix(code[i:], "[m")):
			return true // hours or minutes that go on past the day
		case r == '[', r == ']':
			bracket = r == '['
		case bracket:
		case r == ';':
			return false
		case strings.ContainsRune("ymdhsปดว", r):
			return code != "General"
		}
	}
	return false
}

// lastDay is 31 December 9999, the last day that a spreadsheet knows.
const lastDay = 2_958_465

// writeDate writes the number of a day and its fraction: "15:04" for a fraction alone, "2006-01-02", or both. Days count from
// 1900, which spreadsheets take for a leap year, or from 1904.
func writeDate(n float64, from1904 bool) string {
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 61:
		zero = zero.AddDate(0, 0, 1)
	}
	day := math.Floor(n)
	t := zero.AddDate(0, 0, int(day)).Add(time.Duration(math.Round((n-day)*86400)) * time.Second)
	switch {
	case n < 1:
		return t.Format("15:04")
	case n == day:
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02 15:04")
}
