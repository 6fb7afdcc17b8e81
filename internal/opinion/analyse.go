package opinion

// Options say which statements stay out of the map and how stability is found.
type Options struct {
	Out       []string // statements moderated out
	Meta      []string // statements about the voters themselves; out of the map too
	Resamples int      // bootstrap draws for the stability; 0 for none
	Seed      uint64   // of the bootstrap
}

// analysis is every stage of one opinion map.
type analysis struct {
	matrix     *Matrix
	centre     []float64
	components [2][]float64
	positions  []Point // by row
	statements []Point // by column
	in         []int   // rows in the conversation
	base       []Cluster
	grouping   Grouping
	label      []int     // group by index of in
	tallies    [][]Tally // by group and column
	stability  *Stability
}

// Analyse makes the opinion map of votes. It depends only on which votes there
// are, not on their order.
func Analyse(votes []Vote, o Options) Report {
	out, meta := set(o.Out, o.Meta), set(o.Meta)
	a := analysis{matrix: NewMatrix(votes, out)}
	a.place()
	a.group()
	a.stability = a.matrix.Bootstrap(a.in, a.label, o.Resamples, o.Seed)
	return a.report(meta)
}

func set(lists ...[]string) map[string]bool {
	all := map[string]bool{}
	for _, list := range lists {
		for _, s := range list {
			all[s] = true
		}
	}
	return all
}

// place finds where everybody and every statement stands.
func (a *analysis) place() {
	a.centre = a.matrix.Centre()
	a.components = a.matrix.Components(a.centre)
	a.positions = a.matrix.Project(a.centre, a.components)
	a.statements = ProjectStatements(a.centre, a.components)
}

// group divides those in the conversation and counts their votes.
func (a *analysis) group() {
	a.in = a.matrix.InConversation()
	points := make([]Point, len(a.in))
	for i, row := range a.in {
		points[i] = a.positions[row]
	}
	a.base = BaseClusters(points)
	a.grouping = GroupClusters(a.base)
	a.label = personLabels(a.base, a.grouping, len(points))
	for g := range a.grouping.Groups {
		a.tallies = append(a.tallies, a.matrix.TallyRows(a.groupRows(g)))
	}
}

// groupRows are the rows of the people in one group, ascending.
func (a *analysis) groupRows(group int) []int {
	var rows []int
	for i, l := range a.label {
		if l == group {
			rows = append(rows, a.in[i])
		}
	}
	return rows
}
