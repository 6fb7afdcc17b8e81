package view

// Result is what a closed round says of one recommendation. The picture is at
// /w/{id}/result/{round}/{recommendation}.{lang}.svg and never changes.
type Result struct {
	Recommendation string      `json:"recommendation"`
	Round          string      `json:"round"`
	Number         int         `json:"number"`
	Current        bool        `json:"current"` // the text still says what was rated
	Ratings        int         `json:"ratings"` // ballots that rated anything
	Abstained      int         `json:"abstained"`
	Criteria       []Criterion `json:"criteria"`
	Explain        Text        `json:"explain"` // one sentence: what it means for the accepting party
	Conditions     []Condition `json:"conditions"`
	Suggested      string      `json:"suggested"`        // outcome that the gate suggests
	Reasons        []Reason    `json:"reasons"`          // what people wrote beside their ratings, in no order
	Before         *Before     `json:"before,omitempty"` // the round before on the same recommendation
}

// Reason is what somebody wrote beside a rating. Ref is for taking it out.
type Reason struct {
	Text string `json:"text"`
	Ref  string `json:"ref"`
}

// Before is what an earlier round said, criterion by criterion as in
// Result.Criteria. The picture of both rounds is that of the result, with ?rounds.
type Before struct {
	Round  string  `json:"round"`
	Number int     `json:"number"`
	Rows   []Row   `json:"rows"`   // the room; N is 0 where it was not asked
	Groups [][]Was `json:"groups"` // the rows of the result that hold the very same role groups
}

// Was is a row of an earlier round.
type Was struct {
	Group  string  `json:"group"`
	N      int     `json:"n"`
	Median float64 `json:"median"`
}

// Criterion is "feasible", "acceptable" or a further one, for the room, by role
// group and by language; groups under three are merged or left out.
type Criterion struct {
	Criterion string `json:"criterion"`
	Rows      []Row  `json:"rows"`      // the room first
	Languages []Row  `json:"languages"` // Group is a language, or several joined by "+"; empty when that could give somebody away
	DontKnow  int    `json:"dontKnow"`
	Abstained int    `json:"abstained"`
	NotShown  int    `json:"notShown"`
}

// Row is a distribution. Group is a role group's id, "room" or "others".
type Row struct {
	Group        string  `json:"group"`
	N            int     `json:"n"`
	Counts       []int   `json:"counts"` // of 1 … 9
	Median       float64 `json:"median"`
	Disagreement bool    `json:"disagreement"` // by DI > 1 or by the classic rule
}

// Condition is one line of the gate, held against the result.
type Condition struct {
	Code   string `json:"code"`
	Text   Text   `json:"text"`
	Held   bool   `json:"held"`
	Value  string `json:"value"`
	Stands string `json:"stands"` // "accepting", "group" or "room": whose condition it is
}
