package opinion

import (
	"cmp"
	"math"
	"slices"
)

// Outcome is what may be kept and shown of a conversation when it has ended.
// It holds no cell of fewer than MinGroup votes and nothing from which one
// could be worked out: the cells of a statement never overlap, its total is
// their sum, and every score is computed from these cells alone. Places are
// rounded to two digits and scores to three, so that they give nobody away.
type Outcome struct {
	People     int                `json:"people"` // who voted
	Votes      int                `json:"votes"`
	Groups     []OutcomeGroup     `json:"groups"`     // the largest first; none for fewer than MinPeople
	Ungrouped  int                `json:"ungrouped"`  // who voted too little, or in a group under MinGroup
	Statements []OutcomeStatement `json:"statements"` // those that were not moderated out, by id
	Silhouette float64            `json:"silhouette"`
	Stability  *Stability         `json:"stability,omitempty"`
}

// OutcomeGroup is an opinion group of MinGroup people or more.
type OutcomeGroup struct {
	Size   int     `json:"size"`
	Centre Point   `json:"centre"`
	Spread float64 `json:"spread"` // root mean square distance of its people from the centre
	Stands []Stand `json:"stands"` // the statements that set it apart
}

// Stand is a statement that a group stands for, or against.
type Stand struct {
	Statement string `json:"statement"`
	For       string `json:"for"` // "agree" or "disagree"
}

// OutcomeStatement is what is told of one statement.
type OutcomeStatement struct {
	ID        string   `json:"id"`
	At        Point    `json:"at"`
	Cells     []Cell   `json:"cells"`
	NotShown  int      `json:"not_shown,omitempty"` // votes of cells that are too small
	Consensus string   `json:"consensus,omitempty"` // "agree" or "disagree" when all do
	Informed  *float64 `json:"informed,omitempty"`  // group-informed consensus, with two groups shown or more
	Bridging  *float64 `json:"bridging,omitempty"`  // over role groups, with two of them or more
}

// Cell counts the votes of one group, or of those in no group (-1).
type Cell struct {
	Group int `json:"group"`
	Tally
}

// Total is the sum of the cells.
func (s OutcomeStatement) Total() Tally {
	var t Tally
	for _, c := range s.Cells {
		t = t.plus(c.Tally)
	}
	return t
}

// Statement finds a statement, nil when it is not there.
func (o *Outcome) Statement(id string) *OutcomeStatement {
	i := slices.IndexFunc(o.Statements, func(s OutcomeStatement) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &o.Statements[i]
}

// group takes over the groups that are large enough, the largest first.
func (p *Map) group() {
	a := &p.analysis
	type found struct {
		rows   []int
		centre Point
		old    int
	}
	var large []found
	for g, cluster := range a.grouping.Groups {
		if rows := a.groupRows(g); len(rows) >= MinGroup {
			large = append(large, found{rows, cluster.Centre, g})
		}
	}
	slices.SortStableFunc(large, func(x, y found) int {
		return cmp.Or(cmp.Compare(len(y.rows), len(x.rows)), cmp.Compare(x.centre[0], y.centre[0]))
	})
	var tallies [][]Tally
	for g, f := range large {
		sum := 0.0
		for _, row := range f.rows {
			p.groupOf[row] = g
			sum += squared(a.positions[row], f.centre)
		}
		tallies = append(tallies, a.tallies[f.old])
		p.Outcome.Groups = append(p.Outcome.Groups, OutcomeGroup{
			Size: len(f.rows), Centre: f.centre.rounded(), Spread: round(math.Sqrt(sum/float64(len(f.rows))), 2), Stands: []Stand{},
		})
	}
	p.stands(tallies)
	p.Outcome.Silhouette = round(peopleSilhouette(a.base, a.grouping.Groups), 3)
}

// peopleSilhouette is the mean silhouette of people who stand at the centres of
// their base clusters. (The grouping was chosen by that of the centres alone,
// as Polis does, in which people who vote the very same count as one.)
func peopleSilhouette(base, groups []Cluster) float64 {
	if len(groups) < 2 {
		return 0
	}
	total, people := 0.0, 0
	for own, group := range groups {
		for _, b := range group.Members {
			members := len(base[b].Members)
			people += members
			total += float64(members) * clusterSilhouette(base, groups, own, b)
		}
	}
	return total / float64(people)
}

func clusterSilhouette(base, groups []Cluster, own, b int) float64 {
	near, inside := math.Inf(1), 0.0
	for g, group := range groups {
		sum, n := 0.0, 0
		for _, other := range group.Members {
			sum += float64(len(base[other].Members)) * distance(base[b].Centre, base[other].Centre)
			n += len(base[other].Members)
		}
		switch {
		case g != own:
			near = min(near, sum/float64(n))
		case n == 1:
			return 0
		default:
			inside = sum / float64(n-1)
		}
	}
	if near == 0 && inside == 0 {
		return 0
	}
	return (near - inside) / max(near, inside)
}

// stands names the statements that set the groups apart, of those that the
// group's own cell is large enough for. One group alone is set apart from
// nobody, and no group by what the others say as often, or most of its own do not.
func (p *Map) stands(tallies [][]Tally) {
	m := p.analysis.matrix
	if len(tallies) < 2 {
		return
	}
	for g, list := range m.Representatives(tallies) {
		for _, r := range list {
			if r.Trials >= MinGroup && r.Repness > 1 && r.Share > 0.5 {
				p.Outcome.Groups[g].Stands = append(p.Outcome.Groups[g].Stands, Stand{r.Statement, r.RepfulFor})
			}
		}
	}
}

// count fills in the statements.
func (p *Map) count(role func(voter string) string) {
	m, o := p.analysis.matrix, &p.Outcome
	o.Ungrouped = o.People
	for _, g := range o.Groups {
		o.Ungrouped -= g.Size
	}
	byGroup := p.tallyBy(len(o.Groups)+1, func(row int) int { return p.groupOf[row] + 1 })
	told := make([][]bool, len(m.Statements)) // by column and group + 1
	totals := make([]Tally, len(m.Statements))
	for j := range m.Statements {
		s := OutcomeStatement{ID: m.Statements[j], At: p.analysis.statements[j].rounded(), Cells: []Cell{}}
		told[j] = make([]bool, len(byGroup))
		for g := range byGroup {
			t := byGroup[g][j]
			if t.Votes < MinGroup {
				s.NotShown += t.Votes
				continue
			}
			told[j][g] = true
			s.Cells = append(s.Cells, Cell{Group: g - 1, Tally: t})
		}
		if len(s.Cells) == 0 {
			s.At = Point{} // the place of a statement with two votes says whether they agree
		}
		totals[j] = s.Total()
		s.Informed = informed(s.Cells)
		if !m.Zeroed[j] {
			o.Statements = append(o.Statements, s)
		}
	}
	p.consensus(totals)
	p.bridging(told, role)
}

// tallyBy counts votes by class and column, the class of a row from 0 to n-1.
func (p *Map) tallyBy(n int, class func(row int) int) [][]Tally {
	m := p.analysis.matrix
	rows := make([][]int, n)
	for i := range m.Voters {
		rows[class(i)] = append(rows[class(i)], i)
	}
	tallies := make([][]Tally, n)
	for c := range tallies {
		tallies[c] = m.TallyRows(rows[c])
	}
	return tallies
}

// informed is the product of (A+1)/(S+2) over the groups shown, nil for fewer
// than two.
func informed(cells []Cell) *float64 {
	score, groups := 1.0, 0
	for _, c := range cells {
		if c.Group != nobodys {
			score *= c.share()
			groups++
		}
	}
	if groups < 2 {
		return nil
	}
	score = round(score, 3)
	return &score
}

func (p *Map) consensus(totals []Tally) {
	found := p.analysis.matrix.FindConsensus(totals)
	for word, list := range map[string][]Representative{"agree": found.Agree, "disagree": found.Disagree} {
		for _, r := range list {
			p.Outcome.Statement(r.Statement).Consensus = word
		}
	}
}

// rounded is the stability as it is told.
func (s *Stability) rounded() *Stability {
	if s == nil {
		return nil
	}
	return &Stability{s.Resamples, round(s.Mean, 3), round(s.Low, 3), round(s.High, 3)}
}

func (p Point) rounded() Point { return Point{round(p[0], 2), round(p[1], 2)} }

// round gives so many digits behind the point, and never -0.
func round(x float64, digits int) float64 {
	unit := math.Pow10(digits)
	return math.Round(x*unit)/unit + 0
}
