package view

// Groups is the topic "groups": the sheets of the breakout groups and the
// whole action plan.
type Groups struct {
	Groups  []Group  `json:"groups"`
	Actions []Action `json:"actions"`
}

// Group is a breakout group and its board.
type Group struct {
	ID      string   `json:"id"`
	Name    Text     `json:"name"`
	Members int      `json:"members"`
	Domains []Domain `json:"domains"`
	Cards   []Card   `json:"cards"`
}

// Domain is a field of a board.
type Domain struct {
	ID   string `json:"id"`
	Name Text   `json:"name"`
}

// Card is a note on a board.
type Card struct {
	ID     string `json:"id"`
	Domain string `json:"domain"`
	Text   string `json:"text"`
}

// Action is a row of the plan. Group is empty for a row that no group wrote.
// Complete says that it has an owner, a first step within 30 days, and a date.
type Action struct {
	ID             string `json:"id"`
	Group          string `json:"group"`
	Recommendation string `json:"recommendation"`
	Rev            int    `json:"rev"`
	Action         string `json:"action"`
	Lead           string `json:"lead"`
	Partners       string `json:"partners"`
	FirstStep      string `json:"firstStep"`
	FirstStepBy    string `json:"firstStepBy"`
	Due            string `json:"due"`
	Budget         string `json:"budget"`
	Indicator      string `json:"indicator"`
	Status         string `json:"status"` // open, started, done, stuck
	Note           string `json:"note"`   // of the last report
	Complete       bool   `json:"complete"`
}
