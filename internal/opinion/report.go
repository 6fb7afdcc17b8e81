package opinion

import (
	"fmt"
	"strconv"
)

// Report is an opinion map. Statements and voters are named by their
// identifiers, groups by their number from 0.
type Report struct {
	Voters     int      `json:"voters"`
	Statements int      `json:"statements"` // with at least one vote
	Votes      int      `json:"votes"`      // that count: the latest each
	Notes      []string `json:"notes"`      // what a reader must know first

	Center            map[string]float64   `json:"center"`     // mean vote by statement
	Components        []map[string]float64 `json:"components"` // two, by statement
	Positions         map[string]Point     `json:"positions"`  // by voter
	CommentProjection map[string]Point     `json:"comment_projection"`
	CommentExtremity  map[string]float64   `json:"comment_extremity"`

	InConversation []string      `json:"in_conversation"` // voters who are grouped
	BaseClusters   []BaseCluster `json:"base_clusters"`
	Groups         []Group       `json:"groups"`

	Silhouette  float64            `json:"silhouette"`          // of the groups chosen
	Silhouettes map[string]float64 `json:"silhouettes"`         // by number of groups tried
	Stability   *Stability         `json:"stability,omitempty"` // only if asked for

	Repness                map[string][]Representative `json:"repness"` // by group
	Consensus              Consensus                   `json:"consensus"`
	GroupInformedConsensus map[string]float64          `json:"group_informed_consensus"` // by statement
	Priorities             map[string]float64          `json:"priorities"`               // by statement
}

// BaseCluster is a handful of people who stand close together.
type BaseCluster struct {
	ID      int      `json:"id"`
	Center  Point    `json:"center"`
	Count   int      `json:"count"`
	Members []string `json:"members"`
}

// Group is one opinion group. Of a group of under 3 people only the size is
// told: Center, BaseClusters, Members and Votes are empty, and Repness does not
// name it.
type Group struct {
	ID           int              `json:"id"`
	Size         int              `json:"size"`
	Withheld     bool             `json:"withheld,omitempty"` // under 3 people
	Center       *Point           `json:"center,omitempty"`
	BaseClusters []int            `json:"base_clusters,omitempty"`
	Members      []string         `json:"members,omitempty"`
	Votes        map[string]Tally `json:"votes,omitempty"` // by statement
}

func (a *analysis) report(meta map[string]bool) Report {
	m := a.matrix
	r := Report{
		Voters: len(m.Voters), Statements: len(m.Statements), Votes: len(m.value),
		Center:            named(m.Statements, a.centre),
		Components:        []map[string]float64{named(m.Statements, a.components[0]), named(m.Statements, a.components[1])},
		Positions:         named(m.Voters, a.positions),
		CommentProjection: named(m.Statements, a.statements),
		CommentExtremity:  named(m.Statements, a.extremities()),
		InConversation:    a.voters(a.in),
		BaseClusters:      a.baseClusters(),
		Groups:            a.groups(),
		Silhouette:        a.grouping.Silhouette,
		Silhouettes:       map[string]float64{},
		Stability:         a.stability,

		Consensus:              m.FindConsensus(m.TallyRows(allRows(len(m.Voters)))),
		GroupInformedConsensus: named(m.Statements, GroupInformedConsensus(a.tallies)),
		Priorities:             named(m.Statements, a.priorities(meta)),
	}
	for k, s := range a.grouping.Silhouettes {
		r.Silhouettes[strconv.Itoa(k)] = s
	}
	r.Repness = a.repness(r.Groups)
	r.Notes = notes(r)
	return r
}

func named[T any](names []string, values []T) map[string]T {
	m := make(map[string]T, len(values))
	for i, v := range values {
		m[names[i]] = v
	}
	return m
}

func (a *analysis) voters(rows []int) []string {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = a.matrix.Voters[row]
	}
	return names
}

func (a *analysis) extremities() []float64 {
	e := make([]float64, len(a.statements))
	for j, p := range a.statements {
		e[j] = Extremity(p)
	}
	return e
}

func (a *analysis) baseClusters() []BaseCluster {
	list := make([]BaseCluster, len(a.base))
	for b, cluster := range a.base {
		rows := make([]int, len(cluster.Members))
		for i, member := range cluster.Members {
			rows[i] = a.in[member]
		}
		list[b] = BaseCluster{ID: b, Center: cluster.Centre, Count: len(rows), Members: a.voters(rows)}
	}
	return list
}

func (a *analysis) groups() []Group {
	list := make([]Group, len(a.grouping.Groups))
	for g, cluster := range a.grouping.Groups {
		rows := a.groupRows(g)
		list[g] = Group{ID: g, Size: len(rows), Withheld: len(rows) < MinGroup}
		if !list[g].Withheld {
			list[g].Center, list[g].BaseClusters = &cluster.Centre, cluster.Members
			list[g].Members, list[g].Votes = a.voters(rows), named(a.matrix.Statements, a.tallies[g])
		}
	}
	return list
}

// repness leaves out the groups that are withheld.
func (a *analysis) repness(groups []Group) map[string][]Representative {
	byGroup := map[string][]Representative{}
	for g, list := range a.matrix.Representatives(a.tallies) {
		if !groups[g].Withheld {
			byGroup[strconv.Itoa(g)] = append([]Representative{}, list...) // [] in JSON, not null
		}
	}
	return byGroup
}

func (a *analysis) priorities(meta map[string]bool) []float64 {
	tallies := a.matrix.TallyRows(a.in)
	p := make([]float64, len(tallies))
	for j, t := range tallies {
		p[j] = Priority(t, Extremity(a.statements[j]), meta[a.matrix.Statements[j]])
	}
	return p
}

func allRows(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// notes warns of what the numbers alone would hide.
func notes(r Report) []string {
	list := []string{}
	if r.Voters < MinPeople {
		list = append(list, fmt.Sprintf("only %d voted: an opinion map says little for fewer than %d people, and its groups may be chance", r.Voters, MinPeople))
	}
	for _, g := range r.Groups {
		if g.Withheld {
			list = append(list, fmt.Sprintf("group %d has fewer than %d people: its members and what sets them apart are not shown", g.ID, MinGroup))
		}
	}
	return list
}
