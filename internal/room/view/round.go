package view

// Rounds is the topic "rounds": the open round, and the newest result of each
// recommendation that was rated.
type Rounds struct {
	Open    *OpenRound `json:"open"`
	Results []Result   `json:"results"`
}

// OpenRound is what was fixed when the round opened.
type OpenRound struct {
	ID              string    `json:"id"`
	Number          int       `json:"number"`
	Recommendations []string  `json:"recommendations"`
	Criteria        []string  `json:"criteria"`      // feasible, acceptable, and what else is asked
	Due             string    `json:"due,omitempty"` // when the chair means to close it; empty for no word on that
	Gate            Sentences `json:"gate"`
}

// Turnout is the topic "turnout": how many have rated in the open round, never
// who. It changes with every ballot, so it is small and a topic of its own.
type Turnout struct {
	Round    string `json:"round"` // empty when none is open
	Entitled int    `json:"entitled"`
	Rated    int    `json:"rated"` // people with a ballot on every recommendation of the round
	// ByRecommendation counts ballots; Waiting counts, per role group of three
	// or more, those who have yet to rate something.
	ByRecommendation map[string]int `json:"byRecommendation"`
	Waiting          map[string]int `json:"waiting"`
}

// Ballot is one's own rating of one recommendation in the open round.
type Ballot struct {
	Ratings  map[string]int    `json:"ratings"` // criterion -> 1..9
	DontKnow []string          `json:"dontKnow,omitempty"`
	Reason   string            `json:"reason,omitempty"`
	Codes    map[string]string `json:"codes,omitempty"` // criterion -> receipt
}
