package opinion

import "slices"

// Matrix holds one vote per voter and statement, sparse. Voters are its rows
// and Statements its columns, both ordered by CompareIDs; a statement without
// any vote has no column.
type Matrix struct {
	Voters     []string
	Statements []string
	Zeroed     []bool // by column: moderated out or meta, 0 for everybody in the map

	start  []int // the cells of row i are start[i] to start[i+1]
	column []int32
	value  []int8
}

// cell is one vote on its way into the matrix.
type cell struct{ row, column, vote int32 } // vote is an index

// NewMatrix keeps the latest vote of each voter on each statement. Votes of
// the same instant that differ contradict each other and count as a pass. The
// statements in out are zeroed.
func NewMatrix(votes []Vote, out map[string]bool) *Matrix {
	rows, columns := newIndex(), newIndex()
	cells := make([]cell, len(votes))
	for i, v := range votes {
		cells[i] = cell{rows.of(v.Voter), columns.of(v.Statement), int32(i)}
	}
	m := &Matrix{}
	var rowRank, columnRank []int32
	m.Voters, rowRank = rows.sorted()
	m.Statements, columnRank = columns.sorted()
	for i := range cells {
		cells[i].row, cells[i].column = rowRank[cells[i].row], columnRank[cells[i].column]
	}
	cells = countingSort(cells, len(m.Statements), func(c cell) int32 { return c.column })
	cells = countingSort(cells, len(m.Voters), func(c cell) int32 { return c.row })
	m.fill(cells, votes)
	m.Zeroed = make([]bool, len(m.Statements))
	for j, s := range m.Statements {
		m.Zeroed[j] = out[s]
	}
	return m
}

// countingSort orders cells by a key below n and keeps the order of equals.
func countingSort(cells []cell, n int, key func(cell) int32) []cell {
	next := make([]int, n+1)
	for _, c := range cells {
		next[key(c)+1]++
	}
	for i := range n {
		next[i+1] += next[i]
	}
	sorted := make([]cell, len(cells))
	for _, c := range cells {
		sorted[next[key(c)]] = c
		next[key(c)]++
	}
	return sorted
}

// fill stores cells that are ordered by row and column, one for each run of
// the same voter and statement.
func (m *Matrix) fill(cells []cell, votes []Vote) {
	m.start = make([]int, len(m.Voters)+1)
	m.column = make([]int32, 0, len(cells))
	m.value = make([]int8, 0, len(cells))
	for from, to := 0, 0; from < len(cells); from = to {
		for to = from + 1; to < len(cells) && cells[to].row == cells[from].row && cells[to].column == cells[from].column; {
			to++
		}
		m.column = append(m.column, cells[from].column)
		m.value = append(m.value, latest(cells[from:to], votes))
		m.start[cells[from].row+1] = len(m.column)
	}
}

// latest is the value that counts of one voter's votes on one statement.
func latest(cells []cell, votes []Vote) int8 {
	last := votes[cells[0].vote]
	for _, c := range cells[1:] {
		switch v := votes[c.vote]; {
		case v.Time > last.Time:
			last = v
		case v.Time == last.Time && v.Value != last.Value:
			last.Value = Pass
		}
	}
	return last.Value
}

// row returns the columns and values of one voter's votes.
func (m *Matrix) row(i int) ([]int32, []int8) {
	from, to := m.start[i], m.start[i+1]
	return m.column[from:to], m.value[from:to]
}

// Votes is the number of statements that the voter of row i voted on, with
// those moderated out.
func (m *Matrix) Votes(i int) int { return m.start[i+1] - m.start[i] }

// sample is the matrix of the given rows, in that order, repeats allowed.
func (m *Matrix) sample(rows []int) *Matrix {
	s := &Matrix{Statements: m.Statements, Zeroed: m.Zeroed, start: []int{0}}
	for _, i := range rows {
		columns, values := m.row(i)
		s.Voters = append(s.Voters, m.Voters[i])
		s.column = append(s.column, columns...)
		s.value = append(s.value, values...)
		s.start = append(s.start, len(s.column))
	}
	return s
}

// index numbers identifiers as they come. Files are mostly ordered by one of
// their columns, so that the last identifier is worth remembering.
type index struct {
	number map[string]int32
	ids    []string
	last   string
	lastNo int32
}

func newIndex() *index { return &index{number: map[string]int32{}} }

func (x *index) of(id string) int32 {
	if len(x.ids) > 0 && id == x.last {
		return x.lastNo
	}
	n, known := x.number[id]
	if !known {
		n = int32(len(x.ids))
		x.number[id] = n
		x.ids = append(x.ids, id)
	}
	x.last, x.lastNo = id, n
	return n
}

// sorted returns the identifiers in order and, for each number, its rank.
func (x *index) sorted() (ids []string, rank []int32) {
	ids = slices.SortedFunc(slices.Values(x.ids), CompareIDs)
	rank = make([]int32, len(ids))
	for r, id := range ids {
		rank[x.number[id]] = int32(r)
	}
	return ids, rank
}
