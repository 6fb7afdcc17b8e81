package view

// Texts is the topic "texts": every recommendation in every language.
type Texts struct {
	Recommendations []Recommendation `json:"recommendations"`
}

// Recommendation is one text, its state and what people said of it.
type Recommendation struct {
	ID         string      `json:"id"`
	Number     int         `json:"number"`
	State      string      `json:"state"` // draft, amended, rating, rated, agreed, agreed-with-dissent, revise, rejected, no-quorum
	Languages  string      `json:"languages"`
	Segments   []Segment   `json:"segments"`
	Amendments []Amendment `json:"amendments"`
	Objections []Objection `json:"objections"`
	Stances    []Stance    `json:"stances"`
	Evidence   []Evidence  `json:"evidence"`
	Owner      Text        `json:"owner"`
	Decision   *Decision   `json:"decision"`
}

// Segment is one paragraph. Status is "same", "missing" or "newer"; with
// "missing" Lang is the language that lacks a wording, with "newer" the one
// that moved on.
type Segment struct {
	ID       string             `json:"id"`
	Status   string             `json:"status"`
	Lang     string             `json:"lang"`
	Wordings map[string]Wording `json:"wordings"`
}

// Wording is a segment in one language. Diff is the change from the revision
// before, empty at revision 1.
type Wording struct {
	Text     string `json:"text"`
	Rev      int    `json:"rev"`
	Outdated bool   `json:"outdated"`
	Diff     []Op   `json:"diff"`
}

// Op is a run of a word diff: "=" kept, "-" taken out, "+" put in.
type Op struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// Amendment is a proposed wording. Diff is against the present wording.
type Amendment struct {
	ID      string `json:"id"`
	Segment string `json:"segment"`
	Lang    string `json:"lang"`
	Rev     int    `json:"rev"`
	Text    string `json:"text"`
	Reason  string `json:"reason"`
	Status  string `json:"status"` // proposed, accepted, rejected, withdrawn
	Answer  string `json:"answer"`
	MovedOn bool   `json:"movedOn"`
	Diff    []Op   `json:"diff"`
}

// Objection is a reasoned harm; Status is open, integrated, withdrawn, dissent.
type Objection struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
	Remedy string `json:"remedy"`
	Status string `json:"status"`
}

// Stance is what one office of the accepting party says.
type Stance struct {
	Stance string `json:"stance"` // agree, reserve, ask, cannot
	Text   string `json:"text"`
	Until  string `json:"until"`
}

// Evidence is what a text rests on.
type Evidence struct {
	ID        string `json:"id"`
	Statement Text   `json:"statement"`
	Source    string `json:"source"`
	URL       string `json:"url"`
}

// Decision is what the chair recorded.
type Decision struct {
	Outcome  string `json:"outcome"`
	Sentence string `json:"sentence"`
	At       string `json:"at"`
}
