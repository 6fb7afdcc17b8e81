package view

// Screen is the topic "screen": what the projector shows now.
type Screen struct {
	Mode  string  `json:"mode"` // now, recommendation, result, questions, group, intro
	Ref   string  `json:"ref"`
	Intro []Intro `json:"intro"` // cards whose authors let the projector show them
	Join  string  `json:"join"`  // short address to type, such as "192.168.1.7:8080"
}

// Booth is the topic "booth": the texts that an interpreter should have open.
type Booth struct {
	Shown  string   `json:"shown"`  // the recommendation on the projector, empty for none
	Coming []string `json:"coming"` // those likely to be taken up next, at most three
}

// Intro is an introduction card.
type Intro struct {
	Name  string `json:"name"` // name or alias, empty for none
	Group string `json:"group"`
	Line  string `json:"line"`
}
