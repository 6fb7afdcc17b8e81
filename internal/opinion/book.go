package opinion

import "slices"

// Book keeps the votes of a conversation that goes on: each voter's row, and
// the tally of each statement. A vote costs a search in one row; the matrix is
// made when a picture is wanted, in time proportional to the votes. The zero
// Book is empty. It is not safe for use from several goroutines.
type Book struct {
	rows    map[string]map[string]int8 // voter -> statement -> vote
	tallies map[string]Tally           // by statement
	votes   int
}

// Set keeps a voter's vote on a statement in place of an earlier one.
func (b *Book) Set(voter, statement string, value int8) {
	if b.rows == nil {
		b.rows, b.tallies = map[string]map[string]int8{}, map[string]Tally{}
	}
	row := b.rows[voter]
	if row == nil {
		row = map[string]int8{}
		b.rows[voter] = row
	}
	t := b.tallies[statement]
	if old, voted := row[statement]; voted {
		t = t.count(old, -1)
		b.votes--
	}
	row[statement] = value
	b.tallies[statement] = t.count(value, 1)
	b.votes++
}

// Forget takes out all votes of a voter.
func (b *Book) Forget(voter string) {
	for statement, value := range b.rows[voter] {
		b.tallies[statement] = b.tallies[statement].count(value, -1)
		b.votes--
	}
	delete(b.rows, voter)
}

// count adds n votes of one value.
func (t Tally) count(value int8, n int) Tally {
	t.Votes += n
	switch value {
	case Agree:
		t.Agree += n
	case Disagree:
		t.Disagree += n
	}
	return t
}

// Of gives a voter's votes by statement, not to be changed; nil for none.
func (b *Book) Of(voter string) map[string]int8 { return b.rows[voter] }

// Tally counts the votes on a statement.
func (b *Book) Tally(statement string) Tally { return b.tallies[statement] }

// Votes counts all votes that stand.
func (b *Book) Votes() int { return b.votes }

// Voters counts those who voted.
func (b *Book) Voters() int { return len(b.rows) }

// All lists the votes that stand, in no order.
func (b *Book) All() []Vote {
	all := make([]Vote, 0, b.votes)
	for voter, row := range b.rows {
		for statement, value := range row {
			all = append(all, Vote{Voter: voter, Statement: statement, Value: value})
		}
	}
	return all
}

// Matrix is the matrix of the votes that stand; the statements in out are zeroed.
func (b *Book) Matrix(out map[string]bool) *Matrix {
	m := &Matrix{Voters: sortedIDs(b.rows)}
	var voted []string
	for s, t := range b.tallies {
		if t.Votes > 0 {
			voted = append(voted, s)
		}
	}
	slices.SortFunc(voted, CompareIDs)
	m.Statements = voted
	column := make(map[string]int32, len(voted))
	for j, s := range voted {
		column[s] = int32(j)
		m.Zeroed = append(m.Zeroed, out[s])
	}
	cells := make([]cell, 0, b.votes)
	for i, voter := range m.Voters {
		for statement, value := range b.rows[voter] {
			cells = append(cells, cell{int32(i), column[statement], int32(value)})
		}
	}
	cells = countingSort(cells, len(voted), func(c cell) int32 { return c.column })
	m.take(countingSort(cells, len(m.Voters), func(c cell) int32 { return c.row }))
	return m
}

// take stores cells that are ordered by row and column and hold their values.
func (m *Matrix) take(cells []cell) {
	m.start = make([]int, len(m.Voters)+1)
	m.column, m.value = make([]int32, len(cells)), make([]int8, len(cells))
	for i, c := range cells {
		m.column[i], m.value[i] = c.column, int8(c.vote)
		m.start[c.row+1] = i + 1
	}
}

func sortedIDs[V any](of map[string]V) []string {
	ids := make([]string, 0, len(of))
	for id := range of {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, CompareIDs)
	return ids
}
