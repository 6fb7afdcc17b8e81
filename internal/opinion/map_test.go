package opinion

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// votesOf draws votes of people on statements, people and statements many or
// few, everybody voting on some.
func votesOf(t *rapid.T) []Vote {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	people, statements := rapid.IntRange(0, 40).Draw(t, "people"), rapid.IntRange(0, 12).Draw(t, "statements")
	density := rapid.Float64Range(0.05, 1).Draw(t, "density")
	var votes []Vote
	for i := range people {
		camp := random.IntN(2)*2 - 1
		for j := range statements {
			if random.Float64() > density {
				continue
			}
			value := int8(random.IntN(3) - 1)
			if j%3 > 0 && random.Float64() < 0.8 {
				value = int8(camp)
			}
			votes = append(votes, Vote{Voter: fmt.Sprint("p", i), Statement: fmt.Sprint("s", j), Value: value})
		}
	}
	return votes
}

func roleOf(voter string) string { return string(rune('a' + voter[len(voter)-1]%4)) }

// A book says the same as the matrix of the votes that stand, in whatever order
// they came, changed and were taken back.
func TestBookIsTheMatrixOfItsVotes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		votes := votesOf(t)
		b := &Book{}
		for _, i := range rapid.Permutation(indices(len(votes))).Draw(t, "order") {
			b.Set(votes[i].Voter, votes[i].Statement, int8(i%3-1)) // changed below
			b.Set(votes[i].Voter, votes[i].Statement, votes[i].Value)
		}
		if len(votes) > 0 {
			gone := votes[0].Voter
			b.Forget(gone)
			votes = slices.DeleteFunc(votes, func(v Vote) bool { return v.Voter == gone })
		}
		if b.Votes() != len(votes) || !slices.Equal(sorted(b.All()), sorted(votes)) {
			t.Fatalf("%d votes of %d", b.Votes(), len(votes))
		}
		out := map[string]bool{"s1": true}
		got, want := b.Matrix(out), NewMatrix(votes, out)
		if fmt.Sprint(*got) != fmt.Sprint(*want) {
			t.Fatalf("the matrix is\n%v\ninstead of\n%v", *got, *want)
		}
		for j, tally := range want.TallyRows(allRows(len(want.Voters))) {
			if b.Tally(want.Statements[j]) != tally {
				t.Fatalf("%s: %v, want %v", want.Statements[j], b.Tally(want.Statements[j]), tally)
			}
		}
	})
}

func sorted(votes []Vote) []Vote {
	return slices.SortedFunc(slices.Values(votes), func(x, y Vote) int {
		return cmp.Or(CompareIDs(x.Voter, y.Voter), CompareIDs(x.Statement, y.Statement))
	})
}

func bookOf(votes []Vote) *Book {
	b := &Book{}
	for _, v := range votes {
		b.Set(v.Voter, v.Statement, v.Value)
	}
	return b
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// Nothing that is told comes from fewer than three people, and the votes of one
// or two follow from nothing.
func TestOutcomeTellsOfNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		votes := votesOf(t)
		m := bookOf(votes).Matrix(map[string]bool{"s2": true})
		p := Draw(m, roleOf)
		o := p.Outcome
		size := 0
		for _, g := range o.Groups {
			if g.Size < MinGroup {
				t.Fatalf("a group of %d", g.Size)
			}
			size += g.Size
		}
		if size+o.Ungrouped != o.People || o.People < MinPeople && len(o.Groups) > 0 {
			t.Fatalf("%d in groups, %d in none, of %d", size, o.Ungrouped, o.People)
		}
		for _, s := range o.Statements {
			checkCells(t, m, p.groupOf, s)
		}
		if o.Statement("s2") != nil {
			t.Fatal("a statement that was turned away is told of")
		}
		for g, group := range o.Groups {
			for _, stand := range group.Stands {
				if _, told := cellOf(*o.Statement(stand.Statement), g); !told {
					t.Fatalf("group %d stands for %s, of which its votes are not told", g, stand.Statement)
				}
			}
		}
	})
}

func checkCells(t *rapid.T, m *Matrix, groupOf []int, s OutcomeStatement) {
	want := map[int]Tally{}
	j := slices.Index(m.Statements, s.ID)
	for i := range m.Voters {
		columns, values := m.row(i)
		if c := slices.Index(columns, int32(j)); c >= 0 {
			want[groupOf[i]] = want[groupOf[i]].count(values[c], 1)
		}
	}
	hidden := s.NotShown
	for group, tally := range want {
		if got, told := cellOf(s, group); told && got != tally || !told && tally.Votes >= MinGroup {
			t.Fatalf("%s, group %d: %v, want %v", s.ID, group, got, tally)
		} else if !told {
			hidden -= tally.Votes
		}
	}
	for _, c := range s.Cells {
		if c.Votes < MinGroup {
			t.Fatalf("%s: a cell of %d", s.ID, c.Votes)
		}
	}
	if len(s.Cells) == 0 && s.At != (Point{}) {
		t.Fatalf("%s has a place, %v, and no votes that may be told", s.ID, s.At)
	}
	if hidden != 0 {
		t.Fatalf("%s: %d votes are neither told nor hidden", s.ID, hidden)
	}
}

// cellOf finds the votes of one group, false when they are not told.
func cellOf(s OutcomeStatement, group int) (Tally, bool) {
	i := slices.IndexFunc(s.Cells, func(c Cell) bool { return c.Group == group })
	if i < 0 {
		return Tally{}, false
	}
	return s.Cells[i].Tally, true
}

// Two people change their minds who are in no cell: nothing that is told moves.
func TestWhatIsNotToldLeavesNoTrace(t *testing.T) {
	votes := simulated(30, 12, 1000) // everybody votes on everything
	votes = append(votes, Vote{Voter: "late1", Statement: "3", Value: Agree}, Vote{Voter: "late2", Statement: "3", Value: Agree})
	before := told(t, votes)
	for i := range votes[len(votes)-2:] {
		votes[len(votes)-1-i].Value = Disagree
	}
	if after := told(t, votes); after != before {
		t.Errorf("two hidden votes on one statement changed what is told\nfrom %s\nto   %s", before, after)
	}
}

// told is the outcome but for places, which are rounded averages over everybody.
func told(t *testing.T, votes []Vote) string {
	t.Helper()
	o := Draw(bookOf(votes).Matrix(nil), roleOf).Outcome
	for i := range o.Statements {
		o.Statements[i].At = Point{}
	}
	for i := range o.Groups {
		o.Groups[i].Centre, o.Groups[i].Spread = Point{}, 0
	}
	o.Silhouette = 0
	data, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestMergeSmall(t *testing.T) {
	n := func(votes int) Tally { return Tally{Agree: votes, Votes: votes} }
	for name, c := range map[string]struct {
		in   map[string]Tally
		want []Tally
	}{
		"nobody":                     {nil, nil},
		"one small":                  {map[string]Tally{"a": n(2)}, nil},
		"two small make one":         {map[string]Tally{"a": n(2), "b": n(1)}, []Tally{n(3)}},
		"small joins the smallest":   {map[string]Tally{"a": n(5), "b": n(3), "c": n(2)}, []Tally{n(5), n(5)}},
		"small among themselves":     {map[string]Tally{"a": n(5), "b": n(2), "c": n(2)}, []Tally{n(5), n(4)}},
		"all large":                  {map[string]Tally{"a": n(5), "b": n(3)}, []Tally{n(5), n(3)}},
		"nothing left over by names": {map[string]Tally{"b": n(3), "a": n(3), "c": n(1)}, []Tally{n(4), n(3)}},
	} {
		if got := mergeSmall(c.in); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Somebody who votes as another did is placed where that one stands, and in
// the group whose centre is nearest.
func TestLocate(t *testing.T) {
	b := bookOf(simulated(40, 20, 0.9))
	m := b.Matrix(nil)
	p := Draw(m, roleOf)
	for i, voter := range m.Voters {
		at, placed := p.Locate(b.Of(voter))
		if want := p.analysis.positions[i]; distance(at, want) > 1e-12 || placed != (m.Votes(i) >= inConversationVotes) {
			t.Fatalf("%s stands at %v (%v), want %v", voter, at, placed, want)
		}
	}
	if _, placed := p.Locate(nil); placed {
		t.Error("somebody who has not voted has a place")
	}
	if g, ok := p.Nearest(p.Outcome.Groups[1].Centre); !ok || g != 1 {
		t.Errorf("the centre of group 1 is nearest to group %d", g)
	}
}

func TestReading(t *testing.T) {
	cell := func(group, agree, disagree int) Cell {
		return Cell{group, Tally{agree, disagree, agree + disagree}}
	}
	score := 0.4
	o := &Outcome{Silhouette: 0.4, Stability: &Stability{Mean: 0.9}, Statements: []OutcomeStatement{
		{ID: "shared", Cells: []Cell{cell(0, 9, 1), cell(1, 8, 0)}, Consensus: "agree", Bridging: &score},
		{ID: "disputed", Cells: []Cell{cell(0, 9, 1), cell(1, 0, 8)}},
		{ID: "turned down", Cells: []Cell{cell(0, 0, 10), cell(1, 0, 8)}, Consensus: "disagree"},
	}}
	for what, c := range map[string]struct {
		got  []OutcomeStatement
		want []string
	}{"unites": {o.Unites(), []string{"turned down", "shared"}}, "divides": {o.Divides(), []string{"disputed"}}, "bridges": {o.Bridges(), []string{"shared"}}} {
		var ids []string
		for _, s := range c.got {
			ids = append(ids, s.ID)
		}
		if !slices.Equal(ids, c.want) {
			t.Errorf("%s: %v, want %v", what, ids, c.want)
		}
	}
	if o.Apart() != ApartSome || o.Steadiness() != SteadyFirm || (&Outcome{}).Steadiness() != SteadyUnknown {
		t.Error("the words do not fit the numbers")
	}
}

// Heavier things come earlier, nothing comes twice.
func TestPick(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	first := map[string]int{}
	for range 3000 {
		got := Pick([]string{"a", "b", "c"}, func(id string) float64 { return map[string]float64{"a": 1, "b": 8, "c": 1}[id] }, 5, random)
		if len(got) != 3 || got[0] == got[1] || got[1] == got[2] || got[0] == got[2] {
			t.Fatalf("picked %v", got)
		}
		first[got[0]]++
	}
	if first["b"] < 2300 || first["b"] > 2500 {
		t.Errorf("a weight of 8 in 10 came first %d times in 3,000", first["b"])
	}
	if got := Pick(nil, nil, 3, random); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

func BenchmarkBookVote(b *testing.B) {
	book := bookOf(simulated(2000, 900, 0.15))
	votes := simulated(2000, 900, 0.15)
	i := 0
	for b.Loop() {
		v := votes[i%len(votes)]
		book.Set(v.Voter, v.Statement, v.Value)
		i++
	}
}

func BenchmarkDraw2000x900(b *testing.B) {
	book := bookOf(simulated(2000, 900, 225524.0/(2000*900)))
	b.ReportAllocs()
	for b.Loop() {
		Draw(book.Matrix(nil), roleOf)
	}
}

// Two camps in which everybody votes alike lie as far apart as can be, and stand
// for what divides them alone.
func TestTwoCamps(t *testing.T) {
	b := &Book{}
	for i := range 20 {
		for j := range 8 {
			b.Set(fmt.Sprint(i), fmt.Sprint(j), int8(1-2*(i%2*(j%2))))
		}
	}
	o := Draw(b.Matrix(nil), roleOf).Outcome
	if len(o.Groups) != 2 || o.Silhouette != 1 || o.Apart() != ApartClear {
		t.Fatalf("%d groups, silhouette %v", len(o.Groups), o.Silhouette)
	}
	for _, g := range o.Groups {
		if len(g.Stands) != 4 || g.Spread != 0 {
			t.Errorf("%+v", g)
		}
	}
}

// The silhouette of people by its definition, all distances measured.
func TestPeopleSilhouette(t *testing.T) {
	base := []Cluster{{Point{0, 0}, []int{0, 1}}, {Point{1, 0}, []int{2}}, {Point{5, 1}, []int{3, 4, 5}}, {Point{6, 0}, []int{6}}}
	groups := []Cluster{{Members: []int{0, 1}}, {Members: []int{2, 3}}}
	var points []Point
	var label []int
	for g, group := range groups {
		for _, b := range group.Members {
			for range base[b].Members {
				points, label = append(points, base[b].Centre), append(label, g)
			}
		}
	}
	want := silhouette(distances(points), label, 2)
	if got := peopleSilhouette(base, groups); got < want-1e-12 || got > want+1e-12 {
		t.Errorf("%v, want %v", got, want)
	}
}
