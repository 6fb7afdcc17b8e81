package workshop

import (
	"slices"
	"strings"

	"sala.example/internal/rating"
)

// Receipt is one rating that was counted, under the code that only its author
// was told. The receipts of a criterion are the room's distribution once more,
// rating by rating: whoever knows a code sees that the rating was counted as
// cast; to anybody else a code proves nothing, since everybody can point to
// whichever they like. A code says nothing about another criterion or text.
type Receipt struct {
	Code   string `json:"code"`
	Rating int    `json:"rating"`
}

// receipts lists what was counted, by criterion, sorted by code. A rating that
// the tally could not show is in no list either.
func receipts(t rating.Tally, ballots []Ballot) map[string][]Receipt {
	lists := map[string][]Receipt{}
	for _, c := range t.Criteria {
		for _, b := range ballots {
			if code := b.Codes[c.Criterion]; code != "" && b.Ratings[c.Criterion] > 0 && c.Shows(b.RoleGroup) {
				lists[c.Criterion] = append(lists[c.Criterion], Receipt{code, b.Ratings[c.Criterion]})
			}
		}
		slices.SortFunc(lists[c.Criterion], func(a, b Receipt) int { return strings.Compare(a.Code, b.Code) })
	}
	return lists
}
