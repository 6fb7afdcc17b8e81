package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"sala.example/internal/note/source/pdf"
)

// grid is a table: its borders are drawn, or, when it is loose, it is known by the white between its columns.
type grid struct {
	top   float64
	loose bool
	cells []gridCell // from the top, each row from the left
}

// gridCell is one cell by its borders, and the runs inside it.
type gridCell struct {
	left, right, top, bottom float64
	runs                     []pdfRun
	loose                    bool // left and right are those of the ink
}

const (
	snap      = 3.0 // points: borders no further apart are one
	wholePage = 0.6 // of the page: a cell as large is a frame
	mostCut   = 12  // sizes of the type: the height of a cell whose last border is missing
)

// sortRules orders lines from left to right.
func sortRules(rules []pdf.Rule) []pdf.Rule {
	out := slices.Clone(rules)
	slices.SortFunc(out, func(a, b pdf.Rule) int { return cmp.Compare(a.X0, b.X0) })
	return out
}

// ruleBetween says that a vertical line stands between two places at a height.
func ruleBetween(rules []pdf.Rule, x0, x1, y float64) bool {
	from, _ := slices.BinarySearchFunc(rules, x0-0.5, func(r pdf.Rule, x float64) int { return cmp.Compare(r.X0, x) })
	for _, r := range rules[from:] {
		if r.X0 > x1+0.5 {
			return false
		}
		if r.X0 == r.X1 && r.Y0-1 <= y && y <= r.Y1+1 {
			return true
		}
	}
	return false
}

// Between two paragraphs, where they are set apart, there is more room than between lines, and the first does not end near the
// edge; without the room, only the words tell.
const (
	paragraphGap = 1.04 // times the pitch
	shortLine    = 0.1  // of the width of the cell: what is left free
)

// mostLooks bounds the search for borders on one page: runs times lines.
const mostLooks = 30_000_000

// layGrids finds the cell around each run; cells that touch are a table. Runs outside tables are given back.
func layGrids(runs []pdfRun, rules []pdf.Rule, area float64) (grids []grid, rest []pdfRun) {
	if len(rules) < 4 || len(rules)*len(runs) > mostLooks {
		return nil, runs
	}
	var cells []gridCell
	for _, r := range runs {
		c, ok := borders(r, rules)
		if !ok || (c.right-c.left)*(c.top-c.bottom) > wholePage*area {
			rest = append(rest, r)
			continue
		}
		if at := slices.IndexFunc(cells, c.same); at >= 0 {
			cells[at].runs = append(cells[at].runs, r)
		} else {
			c.runs = []pdfRun{r}
			cells = append(cells, c)
		}
	}
	for _, g := range tablesOf(cells) {
		if len(g.columns()) < 2 { // a frame around text is no table
			for _, c := range g.cells {
				rest = append(rest, c.runs...)
			}
			continue
		}
		grids = append(grids, g)
	}
	return grids, rest
}

func (c gridCell) same(o gridCell) bool {
	return math.Abs(c.left-o.left) < snap && math.Abs(c.right-o.right) < snap && math.Abs(c.top-o.top) < snap && math.Abs(c.bottom-o.bottom) < snap
}

// borders finds the nearest lines left, right, above and below a run. Where a row is cut by the end of a page, the one above or
// the one below may be missing: there the cell ends with the lines at its sides.
func borders(r pdfRun, rules []pdf.Rule) (c gridCell, ok bool) {
	x, y := math.Min(r.x0+r.size/4, (r.x0+r.x1)/2), r.y+r.size/4
	c = gridCell{left: -1, right: math.MaxFloat64, top: math.MaxFloat64, bottom: -1}
	low, high := y, y
	for _, q := range rules {
		if q.X0 == q.X1 && q.Y0-snap <= y && y <= q.Y1+snap {
			if q.X0 <= x {
				c.left = math.Max(c.left, q.X0)
			} else {
				c.right = math.Min(c.right, q.X0)
			}
			low, high = math.Min(low, q.Y0), math.Max(high, q.Y1)
		} else if q.Y0 == q.Y1 && q.X0-snap <= x && x <= q.X1+snap {
			if q.Y0 >= y {
				c.top = math.Min(c.top, q.Y0)
			} else {
				c.bottom = math.Max(c.bottom, q.Y0)
			}
		}
	}
	switch {
	case c.bottom < 0 && c.top-low < mostCut*r.size:
		c.bottom = low
	case c.top == math.MaxFloat64 && high-c.bottom < mostCut*r.size:
		c.top = high
	}
	return c, c.left >= 0 && c.bottom >= 0 && c.right < math.MaxFloat64 && c.top < math.MaxFloat64
}

// tablesOf parts cells into tables: one begins where there is room above it.
func tablesOf(cells []gridCell) []grid {
	slices.SortFunc(cells, func(a, b gridCell) int { return cmp.Or(cmp.Compare(b.top, a.top), cmp.Compare(a.left, b.left)) })
	var grids []grid
	bottom := 0.0
	for _, c := range cells {
		if n := len(grids); n > 0 && c.top >= bottom-2*snap {
			grids[n-1].cells = append(grids[n-1].cells, c)
			bottom = math.Min(bottom, c.bottom)
			continue
		}
		grids = append(grids, grid{top: c.top, cells: []gridCell{c}})
		bottom = c.bottom
	}
	return grids
}

// columns are the left borders of a table.
func (g grid) columns() []float64 {
	var at []float64
	for _, c := range g.cells {
		at = append(at, c.left)
	}
	return distinct(at)
}

func distinct(at []float64) []float64 {
	slices.Sort(at)
	return slices.CompactFunc(at, func(a, b float64) bool { return math.Abs(a-b) < snap })
}

// table makes rows of a grid. A row is what has its top in common; a cell that reaches down stands in its first row.
func (g grid) table() *table {
	columns, pitch := g.columns(), g.pitch()
	t := &table{}
	top := math.MaxFloat64
	for _, c := range g.cells {
		if top-c.top > snap {
			t.rows = append(t.rows, nil)
			top = c.top
		}
		at := 0
		for at < len(columns)-1 && columns[at+1] < c.left+snap {
			at++
		}
		row := &t.rows[len(t.rows)-1]
		for len(*row) < at {
			*row = append(*row, cell{columns: 1})
		}
		out := cell{columns: 1}
		for _, s := range c.paragraphs(pitch) {
			out.blocks = append(out.blocks, block{text: paragraph{text: s}})
		}
		*row = append(*row, out)
	}
	return t
}

// inlineNumber finds "(2)" inside a line: there a "(1)" at the start of one is a matter of where it broke.
var inlineNumber = regexp.MustCompile(`\S \(\d\)( |$)`)

// In a cell a person stands above the body that he or she comes from, even where the one line just fills the column.
var (
	startsPerson = regexp.MustCompile(`^\s*(นาย|นาง|น\.ส\.|ดร\.|ศ\.|รศ\.|ผศ\.|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|(Mr|Mrs|Ms|Dr|Prof|TS|PGS|Sr|Sra|Dra)\.|(Ông|Bà|Ibu|Bapak|Mme|M\.)\s)`)
	startsBody   = regexp.MustCompile(`^\s*(มหาวิทยาลัย|กระทรวง|มูลนิธิ|สำนัก|กรม|คณะ|โรงเรียน|สถาบัน|องค์|ศูนย์|บริษัท|สมาคม|เครือข่าย|จุฬาลงกรณ์|(University|Ministry|Department|Institute|Foundation|Office|Universitas|Kementerian|Yayasan|Universidad|Ministerio|Fundación|Université|Ministère|Fondation|Bộ|Đại học|Viện|Quỹ|Văn phòng)\s)`)
)

// pitch is how far apart the lines of a paragraph are in most cells, in sizes of the type.
func (g grid) pitch() float64 {
	var gaps []float64
	for _, c := range g.cells {
		lines := groupLines(slices.Clone(c.runs))
		for i, l := range lines[1:] {
			gaps = append(gaps, (lines[i].y-l.y)/l.size)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}

// paragraphs joins the lines of a cell that are one paragraph; between paragraphs there may be more room than the pitch.
func (c gridCell) paragraphs(pitch float64) []string {
	var out []string
	var last pdfRun
	lines := layLines(c.runs)
	left, right := c.room()
	centred := isCentred(lines)
	counted := slices.ContainsFunc(lines, func(l pdfLine) bool { return inlineNumber.MatchString(l.text()) })
	for i, l := range lines {
		text := l.text()
		if strings.TrimSpace(text) == "" {
			continue
		}
		next := l.runs[0]
		if counted {
			next.text = strings.TrimLeft(next.text, " (0123456789)")
		}
		apart := i > 0 && lines[i-1].y-l.y > paragraphGap*pitch*l.size+1 && right-last.x1 > shortLine*(right-left)
		if n := len(out); n > 0 && (!apart && wraps(last, next, right) && !(startsPerson.MatchString(out[n-1]) && startsBody.MatchString(text)) || goesOnTime(out[n-1], text)) {
			out[n-1] = glue(out[n-1], text)
		} else {
			out = append(out, text)
		}
		last = l.runs[len(l.runs)-1]
		if centred { // as if it stood at the left
			last.x1 = left + last.ink - l.runs[0].x0
		}
		if strings.HasSuffix(last.text, " ") && len(out) > 0 {
			out[len(out)-1] += " "
		}
	}
	return out
}

// room is where the lines of a cell begin and have to end.
func (c gridCell) room() (left, right float64) {
	if c.loose {
		return c.left, c.right
	}
	pad := c.right
	for _, r := range c.runs {
		pad = math.Min(pad, r.x0-c.left)
	}
	pad = math.Max(0, math.Min(pad, 12))
	return c.left + pad, c.right - pad
}

// isCentred says that lines of different lengths have their middle in one place.
func isCentred(lines []pdfLine) bool {
	if len(lines) == 0 {
		return false
	}
	first, differ := lines[0], false
	from, to := first.runs[0].x0, first.runs[len(first.runs)-1].ink
	for _, l := range lines {
		a, b := l.runs[0].x0, l.runs[len(l.runs)-1].ink
		if math.Abs(a+b-from-to) > l.size {
			return false
		}
		differ = differ || math.Abs(a-from) > l.size/2
	}
	return differ
}

// goesOnTime says that a text is the rest of a time that stands above it.
func goesOnTime(above, text string) bool {
	return openRange(above) || startsSlot.MatchString(above) && (dashes.MatchString(text) || timeUnit.MatchString(text))
}

var (
	// openEnd is what a range of times breaks off with: "09.00 –", "9:00 to".
	openEnd = regexp.MustCompile(`([-–—]|\b(to|until|a|A|à|au|hasta|sampai|s/d)|ถึง|đến)\s*$`)
	// dashes is how the rest of a range begins that broke off before its dash.
	dashes = regexp.MustCompile(`^\s*[-–—]\s*([\d๐-๙]{1,2}\s?[.:h]|[Nn]oon|$)`)
	// timeUnit is what stands after a time and says no more than that it is one.
	timeUnit = regexp.MustCompile(`^\s*\(?([aApP]\.?\s?[mM]\.?|น\.?|hrs?\.?|[Hh]ours|giờ|WIB|WITA|WIT|Uhr)\)?\s*$`)
)

// longestTime is more bytes than a range of times has.
const longestTime = 60

// openRange says that a cell breaks off inside a range of times.
func openRange(s string) bool {
	return len(s) < longestTime && startsSlot.MatchString(s) && openEnd.MatchString(s)
}
