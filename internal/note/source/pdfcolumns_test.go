package source

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"sala.example/internal/note/source/pdf"
)

// line draws texts at one height: x, text, x, text.
func line(y int, parts ...any) string {
	s := ""
	for i := 0; i+1 < len(parts); i += 2 {
		s += put(parts[i].(int), y, parts[i+1].(string))
	}
	return s
}

// Tables without drawn borders: in the tests a letter is 5 points wide.
func TestPDFTablesWithoutBorders(t *testing.T) {
	head := line(760, 50, "Time", 150, "Title", 400, "Speaker")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"cells at the top": {
			drawn(head + line(740, 50, "9:00-9:30", 150, "A title that takes the width of a column here", 400, "Dr. One") + line(728, 150, "and another line", 400, "University of the Town") +
				line(710, 50, "9:30-9:45", 150, "Break") + line(690, 50, "9:45-10:30", 150, "The second title is about as wide as the col", 400, "Dr. Two") + line(678, 150, "umn is")),
			"| Time | Title | Speaker |\n| 9:00-9:30 | A title that takes the width of a column here and another line | Dr. One<br>University of the Town |\n| 9:30-9:45 | Break |\n" +
				"| 9:45-10:30 | The second title is about as wide as the col umn is | Dr. Two |",
		},
		"cells in the middle": {
			drawn(head + line(740, 150, "A title that takes the width of a column here") + line(734, 50, "9:00-9:30", 400, "Dr. One") + line(728, 150, "and another line") +
				line(712, 50, "9:30-9:45", 150, "Break") + line(696, 150, "The second title is about as wide as the one", 400, "Dr. Two") + line(684, 50, "9:45-10:30", 150, "above it, and has three lines of about equal", 400, "University") + line(672, 150, "width", 400, "Town in the Province of X")),
			"| Time | Title | Speaker |\n| 9:00-9:30 | A title that takes the width of a column here and another line | Dr. One |\n| 9:30-9:45 | Break |\n" +
				"| 9:45-10:30 | The second title is about as wide as the one above it, and has three lines of about equal width | Dr. Two<br>University<br>Town in the Province of X |",
		},
		"centred both ways": {
			drawn(line(740, 150, "A title that takes the width of a column") + line(734, 50, "9:00-9:30", 412, "Dr. One") + line(728, 210, "and more of it") +
				line(712, 50, "9:30-9:45", 230, "Break") + line(692, 48, "10:00-10:30", 175, "A title that is not as wide as it", 400, "Dr. Number Two")),
			"| 9:00-9:30 | A title that takes the width of a column and more of it | Dr. One |\n| 9:30-9:45 | Break |\n| 10:00-10:30 | A title that is not as wide as it | Dr. Number Two |",
		},
		"a time on two lines": {
			drawn(line(740, 50, "9:00 -", 150, "A") + line(728, 50, "9:30 a.m.") + line(710, 50, "9:30 -", 150, "B") + line(698, 50, "10:00", 150, "C is longer") + line(686, 50, "a.m.")),
			"| 9:00 - 9:30 a.m. | A |\n| 9:30 - 10:00 a.m. | B<br>C is longer |",
		},
		"rows parted by lines": {
			drawn(line(740, 150, "A") + line(728, 50, "9:00", 150, "B") + line(716, 150, "C") + "50 710 m 500 710 l S " + line(704, 150, "D") + line(692, 50, "9:30", 150, "E") + line(680, 150, "F") + "50 674 m 500 674 l S " + line(668, 50, "10:00", 150, "G, long enough")),
			"| 9:00 | A<br>B<br>C |\n| 9:30 | D<br>E<br>F |\n| 10:00 | G, long enough |",
		},
		"headings between rows": {
			drawn(line(740, 50, "9:00", 150, "A") + line(728, 50, "Day 2 of the long workshop in this hall") + line(716, 50, "9:00", 150, "B") + line(704, 150, "Friday, 19 April 2024") + line(692, 50, "9:00", 150, "C") + line(680, 150, "c")),
			"| 9:00 | A |\n\nDay 2 of the long workshop in this hall\n\n| 9:00 | B |\n\nFriday, 19 April 2024\n\n| 9:00 | C<br>c |",
		},
		"a title beside two lines of time": {
			drawn(line(740, 50, "9:00", 150, "A") + line(728, 50, "9:10", 150, "B") + line(716, 50, "9:20", 150, "C") + line(704, 150, "a title on two") + line(698, 50, "9:30") + line(692, 150, "lines") + line(680, 150, "Speaker 1") + line(668, 150, "Speaker 2") + line(656, 50, "9:50", 150, "D is a title that is longer")),
			"| 9:00 | A |\n| 9:10 | B |\n| 9:20 | C |\n| 9:30 | a title on two<br>lines<br>Speaker 1<br>Speaker 2 |\n| 9:50 | D is a title that is longer |",
		},
		"names close to the times": {
			drawn(line(740, 100, "Given", 200, "A title of two lines here") + line(734, 50, "9:00-9:30") + line(728, 100, "Name One", 200, "as it is") + line(708, 50, "9:30-9:50", 100, "Name Two", 200, "B is a title of more than one line") +
				line(688, 100, "Given", 200, "C") + line(682, 50, "9:50-9:59") + line(676, 100, "Three", 200, "c")),
			"| 9:00-9:30 | Given Name One | A title of two lines here<br>as it is |\n| 9:30-9:50 | Name Two | B is a title of more than one line |\n| 9:50-9:59 | Given Three | C<br>c |",
		},
		"over two pages": {
			drawn(head+line(740, 50, "9:00", 150, "A", 400, "Dr. One")+line(720, 50, "9:30", 150, "B is a title that breaks", 400, "Dr. Two"), head+line(748, 150, "off here")+line(730, 50, "10:00", 150, "C", 400, "Dr. Three")),
			"| Time | Title | Speaker |\n| 9:00 | A | Dr. One |\n| 9:30 | B is a title that breaks off here | Dr. Two |\n| 10:00 | C | Dr. Three |",
		},
		"a single row on the next page": {
			drawn(line(740, 50, "9:00", 150, "A", 400, "Dr. One")+line(720, 50, "9:30", 150, "B", 400, "Dr. Two"), line(740, 50, "10:00", 150, "C", 400, "Dr. Three")),
			"| 9:00 | A | Dr. One |\n| 9:30 | B | Dr. Two |\n| 10:00 | C | Dr. Three |",
		},
		"a paragraph each": {
			drawn(line(740, 50, "9:00 Opening") + line(728, 50, "9:30 A talk, with one space") + line(716, 50, "10:00 Another")),
			"9:00 Opening\n9:30 A talk, with one space\n10:00 Another",
		},
		"a star before a range": {
			drawn(line(740, 50, "*9:00 -", 95, "9:30", 200, "A") + line(720, 50, "9:30 -", 95, "10:00", 200, "B")),
			"| *9:00 - 9:30 | A |\n| 9:30 - 10:00 | B |",
		},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.pdf", c.data, c.want) })
	}
}

func TestPDFBrokenBorders(t *testing.T) {
	cut := "50 700 m 550 700 l S 50 650 m 550 650 l S 50 600 m 50 700 l S 150 600 m 150 700 l S 550 600 m 550 700 l S " // no line below
	reads(t, "a.pdf", drawn(cut+line(690, 55, "9:00", 155, "A")+line(640, 55, "9:30", 155, "B")), "| 9:00 | A |\n| 9:30 | B |")
	grid := boxes([]int{50, 150, 350, 460}, []int{700, 640, 580})
	reads(t, "a.pdf", drawn(grid+line(690, 55, "9:00", 155, "A title that fills all of its cell up", 355, "Dr. Number One")+line(678, 155, "and more", 355, "University of X")+
		line(630, 55, "9:30", 155, "B", 355, "Dr. Two")+line(616, 355, "University X")), "| 9:00 | A title that fills all of its cell up and more | Dr. Number One<br>University of X |\n| 9:30 | B | Dr. Two<br>University X |")
}

// A page set in columns is read column by column.
func TestPDFColumnsOfText(t *testing.T) {
	var programmes, prose string
	for i := range 8 {
		y := 700 - 30*i
		long := strings.Repeat(" of a long session", i/7) // one title shows how wide the column is
		programmes += line(y, 50, fmt.Sprintf("%02d:00", 8+i), 320, fmt.Sprintf("%02d:30", 8+i)) + line(y-12, 50, "Title "+string(rune('a'+i))+long, 320, "Title "+string(rune('A'+i))+long)
		prose += line(650-12*i, 50, "words that fill the whole of the left column", 310, "words that fill the whole of the other side")
	}
	want := ""
	for _, half := range []string{"00", "30"} {
		for i := range 8 {
			letter := 'a'
			if half == "30" {
				letter = 'A'
			}
			want += fmt.Sprintf("%02d:%s\nTitle %c%s\n", 8+i, half, letter+rune(i), strings.Repeat(" of a long session", i/7))
		}
	}
	title := put(50, 760, "A title that goes across the whole of the page, from its left to its right edge as far as there is room")
	reads(t, "a.pdf", drawn(title+programmes), "A title that goes across the whole of the page, from its left to its right edge as far as there is room\n"+want)
	left, right := strings.Repeat("words that fill the whole of the left column ", 8), strings.Repeat("words that fill the whole of the other side ", 8)
	reads(t, "a.pdf", drawn(prose, line(600, 50, "words that fill the whole of the left column")+line(588, 50, "end here.")+line(600, 310, "And this.")+line(30, 298, "- 2 -")), left+right+"words that fill the whole of the left column end here.\nAnd this.")
}

// letters gives glyphs one after the other on a line, each as wide as stated.
func glyphs(parts ...any) (out []pdf.Glyph) {
	x := 50.0
	for i := 0; i+1 < len(parts); i += 2 {
		width := parts[i+1].(float64)
		out = append(out, pdf.Glyph{Text: parts[i].(string), X: x, Y: 700, Width: width, Size: 10})
		x += width
	}
	return out
}

func TestPDFLetters(t *testing.T) {
	hole := glyphs("T", 5.0, "h", 5.0, "", 5.0, " ", 2.5, "H", 5.0, "a", 5.0, "i", 2.0)
	hole[2].Text = " " // where the letter of another font belongs
	hole = append(append(hole[:2:2], hole[3:]...), pdf.Glyph{Text: "ứ", X: 60, Y: 700, Width: 5, Size: 10})
	for name, c := range map[string]struct {
		glyphs []pdf.Glyph
		want   string
	}{
		"a letter from another font":     {hole, "Thứ Hai"},
		"tabs for spaces":                {glyphs("a", 5.0, "\t", 2.5, "b", 5.0), "a b"},
		"a ring that Word calls a space": {glyphs("ก", 5.0, " ", 0.0, "า", 5.0, "ห", 5.0, "น", 5.0, "ด", 5.0), "กำหนด"},
		"a ring without a letter":        {glyphs("น", 5.0, "\uFFFD", 0.0, "า", 5.0, "เ", 4.0), "นำเ"},
		"a ring with an empty text":      {glyphs("น", 5.0, "", 0.0, "า", 5.0), "นำ"},
		"a space is a space":             {glyphs("ก", 5.0, " ", 2.5, "า", 5.0), "ก า"},
	} {
		if got := layLines(joinGlyphs(c.glyphs, nil))[0].text(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAligned(t *testing.T) {
	at := func(x0, x1 float64) pdfRun { return pdfRun{x0: x0, x1: x1} }
	for _, c := range []struct {
		pieces []pdfRun
		want   bool
	}{
		{[]pdfRun{at(10, 20), at(11, 50), at(30, 90)}, true}, // left edges
		{[]pdfRun{at(10, 50), at(20, 40), at(0, 61)}, true},  // middles
		{[]pdfRun{at(10, 90), at(50, 91), at(30, 89)}, true}, // right edges
		{[]pdfRun{at(0, 20), at(20, 60), at(50, 70), at(80, 95), at(100, 190)}, false},
	} {
		if got := aligned(c.pieces); got != c.want {
			t.Errorf("%v: %v", c.pieces, got)
		}
	}
}

// The search for rows and columns is bounded, whatever is on a page.
func TestPDFLayoutEnds(t *testing.T) {
	var far, wide, times strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&far, "BT /F 1 Tf 50 %.2f Td (%s) Tj ET ", 780-0.25*float64(i), map[bool]string{true: "9:00", false: "        a"}[i%1499 == 0])
		fmt.Fprintf(&times, "BT /F 1 Tf %d %.2f Td (9:00 - a 9:00) Tj ET ", 50+i*37%400, 780-float64(i/3))
	}
	for i := range 12000 {
		fmt.Fprintf(&wide, "BT /F 1 Tf %.1f %d Td (1) Tj ET ", 10+5*float64(i%115), 780-7*(i/115))
	}
	for name, data := range map[string][]byte{"few times": drawn(far.String()), "many columns": drawn(wide.String()), "times everywhere": drawn(times.String())} {
		began := time.Now()
		if _, err := Read("a.pdf", data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > 5*time.Second*slower {
			t.Errorf("%s took %s", name, took)
		} else {
			t.Logf("%s: %s", name, took)
		}
	}
}

// FuzzPage: whatever stands on a page, in whatever order.
func FuzzPage(f *testing.F) {
	f.Add([]byte(line(740, 50, "9:00-9:30", 150, "A title", 400, "Dr. One")+line(728, 150, "more")+line(710, 50, "9:30", 150, "B")), false)
	f.Add([]byte(boxes([]int{50, 150, 550}, []int{700, 650})+line(690, 55, "9:00", 155, "A")), true)
	f.Add([]byte("[(9) -100 (:00)] TJ /F 12 Tf 1 0 0 1 50 700 Tm (9:00 - ) Tj 5 0 Td (9:30) Tj"), true)
	f.Fuzz(func(t *testing.T, content []byte, twice bool) {
		pages := []string{string(content)}
		if twice {
			pages = append(pages, pages[0])
		}
		began := time.Now()
		got, err := Read("a.pdf", drawn(pages...))
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("took %s for %d bytes", took, len(content))
		}
		if err == nil && (strings.TrimSpace(got.Body) == "" || math.MaxInt32 < len(got.Body)) {
			t.Fatal("no text and no error")
		}
	})
}
