package view

// Opinion is the topic "opinion": the collecting of opinions that goes on, else
// the newest that ended. It counts, and never says who.
type Opinion struct {
	ID         string      `json:"id"` // empty when there was none
	Open       bool        `json:"open"`
	From       int         `json:"from"`       // people that it takes
	Missing    int         `json:"missing"`    // people who must still come before one can be opened
	Statements int         `json:"statements"` // that can be voted on
	Waiting    int         `json:"waiting"`    // that no moderator has looked at yet
	People     int         `json:"people"`     // who voted
	Votes      int         `json:"votes"`
	Map        *OpinionMap `json:"map"` // once enough people voted; while it is open it moves when three or more did
}

// OpinionMap is what groups have in common. The picture is at
// /w/{id}/opinion/map.{lang}.svg?v={picture}.
type OpinionMap struct {
	People    int                `json:"people"`
	Ungrouped int                `json:"ungrouped"` // who voted too little, or in a group under three
	Groups    []OpinionGroup     `json:"groups"`
	Apart     string             `json:"apart"`  // how clearly the groups differ: clear, some, hardly
	Steady    string             `json:"steady"` // how much hangs on who voted: firm, partly, fragile, unknown
	Unites    []OpinionStatement `json:"unites"`
	Divides   []OpinionStatement `json:"divides"`
	Bridges   []OpinionStatement `json:"bridges"` // agreed to across role groups
	Picture   string             `json:"picture"` // changes when the picture does
}

// OpinionGroup is a group of three or more, and what sets it apart.
type OpinionGroup struct {
	Name   string             `json:"name"` // A, B, …, the largest first
	Size   int                `json:"size"`
	Stands []OpinionStatement `json:"stands"`
}

// OpinionStatement is a statement in a map, under the number that the picture
// has for it. Votes are there once it has ended.
type OpinionStatement struct {
	ID     string         `json:"id"`
	Number int            `json:"number"`
	Text   Text           `json:"text"`
	For    string         `json:"for"` // agree, disagree, or empty
	Votes  []OpinionVotes `json:"votes"`
}

// OpinionVotes are those of one group, "none" for those in no group.
type OpinionVotes struct {
	Group    string `json:"group"`
	Agree    int    `json:"agree"`
	Disagree int    `json:"disagree"`
	Pass     int    `json:"pass"`
}

// Statements is the topic "statements": all that were moderated, with their
// public log; for those who moderate also what waits.
type Statements struct {
	Waiting   []Statement `json:"waiting"`
	Moderated []Statement `json:"moderated"`
}

// Statement is one statement and what became of it. Text is empty when it was
// taken out. Lang is the author's language, empty for a seed.
type Statement struct {
	ID     string       `json:"id"`
	Text   Text         `json:"text"`
	Lang   string       `json:"lang"`
	Status string       `json:"status"` // waiting, accepted, turned-away
	Seeded bool         `json:"seeded"`
	Ref    string       `json:"ref"` // to take the text out; empty for a seed and for the room
	Log    []Moderation `json:"log"`
}

// Moderation is one line of the log; At is "15:04".
type Moderation struct {
	At     string `json:"at"`
	As     string `json:"as"`
	Reason string `json:"reason"`
}

// OwnOpinion is one person's own side of the open collecting, at
// /w/{id}/opinion/next; not a topic.
type OwnOpinion struct {
	ID       string       `json:"id"` // empty when none is open
	Voted    int          `json:"voted"`
	Of       int          `json:"of"`
	Next     []OwnVote    `json:"next"`  // statements to vote on, the first first
	Votes    []OwnVote    `json:"votes"` // one's own votes, when asked for
	Proposed []OwnPropose `json:"proposed"`
	Placed   bool         `json:"placed"` // X and Y are one's own place on the map
	X        float64      `json:"x"`
	Y        float64      `json:"y"`
	Group    string       `json:"group"` // whose middle is nearest
}

// OwnVote is a statement with one's own vote: 1, 0 or -1.
type OwnVote struct {
	Statement string `json:"statement"`
	Text      Text   `json:"text"`
	Vote      int    `json:"vote"`
}

// OwnPropose is a statement that one proposed oneself.
type OwnPropose struct {
	Statement string `json:"statement"`
	Text      Text   `json:"text"`
	Status    string `json:"status"`
	Reason    string `json:"reason"`
}
