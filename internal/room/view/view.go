// Package view is what people see of a workshop: the shape of every live topic.
// A topic is a JSON document, computed once per viewer class; the TypeScript
// types in ui/src/types.ts are generated from these (go generate ./internal/ui).
package view

// Text is a text per language, as in package workshop.
type Text = map[string]string

// Day is the topic "day": the programme against the clock. Times are "15:04"
// in the workshop's zone, dates "2006-01-02", lengths minutes.
type Day struct {
	Title     Text           `json:"title"`
	Place     Text           `json:"place"`
	Zone      string         `json:"zone"`
	Code      string         `json:"code"`
	Closed    bool           `json:"closed"`
	MadeUp    bool           `json:"madeUp"`
	Floor     string         `json:"floor"`
	Languages []string       `json:"languages"` // required languages, the floor's first
	Groups    []RoleGroup    `json:"groups"`
	Accepting string         `json:"accepting"` // id of the accepting party
	Present   int            `json:"present"`
	ByLang    map[string]int `json:"byLang"`
	ByGroup   map[string]int `json:"byGroup"` // by role group; chair and organiser only
	Agreed    int            `json:"agreed"`
	Total     int            `json:"total"`
	Goal      int            `json:"goal"` // so many agreed reach the goal; 0: none is set
	Items     []Item         `json:"items"`
	Now       string         `json:"now"`
	Next      string         `json:"next"`
	Late      int            `json:"late"`
	Over      int            `json:"over"`
	Cuts      []Cut          `json:"cuts"`      // what the lateness costs the deciding items
	Budget    int            `json:"budget"`    // minutes for deciding, as planned
	Left      int            `json:"left"`      // minutes for deciding, as it stands
	Undecided int            `json:"undecided"` // recommendations without a final decision
	Rescue    []Move         `json:"rescue"`    // proposed re-plan; chair and organiser only
}

// RoleGroup is a kind of stakeholder.
type RoleGroup struct {
	ID   string `json:"id"`
	Name Text   `json:"name"`
}

// Item is one programme item.
type Item struct {
	ID        string    `json:"id"`
	Date      string    `json:"date"`
	Start     string    `json:"start"`
	End       string    `json:"end"`
	Title     Text      `json:"title"`
	Kind      string    `json:"kind"`
	Room      string    `json:"room"`
	Decides   bool      `json:"decides"`
	Speakers  []Speaker `json:"speakers"`
	SubItems  []SubItem `json:"subItems"`
	State     string    `json:"state"` // planned, on, done
	Began     string    `json:"began"` // as it really ran
	Ended     string    `json:"ended"`
	Projected string    `json:"projected"` // expected start when late
}

// SubItem is a numbered part of an item.
type SubItem struct {
	Title    Text      `json:"title"`
	Speakers []Speaker `json:"speakers"`
}

// Speaker is somebody named in the programme.
type Speaker struct {
	Name        string `json:"name"`
	Affiliation string `json:"affiliation"`
}

// Cut is a deciding item that lateness makes shorter.
type Cut struct {
	ID   string `json:"id"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// Move is a proposed new time for an item.
type Move struct {
	Session string `json:"session"`
	Start   string `json:"start"`
	End     string `json:"end"`
}

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

// Questions is the topic "questions", the most supported first.
type Questions struct {
	Questions []Question `json:"questions"`
}

// Question is one question; Status is open, answered or carried.
type Question struct {
	ID      string `json:"id"`
	Session string `json:"session"`
	Text    string `json:"text"`
	Lang    string `json:"lang"`
	Support int    `json:"support"` // people who asked it, the author included
	Status  string `json:"status"`
	Answer  string `json:"answer"`
}

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

// Sentences are sentences per language.
type Sentences = map[string][]string

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

// Desk is the topic "desk", for organisers and the desk alone.
type Desk struct {
	People []Person `json:"people"`
}

// Person is a participant as the desk sees them: as much as they gave.
type Person struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Group     string `json:"group"`
	Lang      string `json:"lang"`
	CheckedIn bool   `json:"checkedIn"`
	Joined    string `json:"joined"`   // "" of somebody who is only expected
	Expected  bool   `json:"expected"` // on the organiser's list and no participant yet
}

// Me is one person's own view, in the page and at /w/{id}/me; not a topic.
type Me struct {
	ID       string                       `json:"id"`
	Role     string                       `json:"role"` // organiser, chair, rapporteur, interpreter, desk, participant, screen
	Name     string                       `json:"name"`
	Alias    string                       `json:"alias"`
	Group    string                       `json:"group"` // role group
	Lang     string                       `json:"lang"`
	Sheet    string                       `json:"sheet"` // breakout group
	Intro    string                       `json:"intro"`
	Consents map[string]bool              `json:"consents"`
	Ballots  map[string]map[string]Ballot `json:"ballots"`  // round -> recommendation
	Supports []string                     `json:"supports"` // questions asked or supported
	Mine     []string                     `json:"mine"`     // amendments and objections of one's own
	Stances  map[string]string            `json:"stances"`  // recommendation -> stance
}

// Ballot is one's own rating of one recommendation in the open round.
type Ballot struct {
	Ratings  map[string]int    `json:"ratings"` // criterion -> 1..9
	DontKnow []string          `json:"dontKnow,omitempty"`
	Reason   string            `json:"reason,omitempty"`
	Codes    map[string]string `json:"codes,omitempty"` // criterion -> receipt
}

// Captions is the topic "captions": the last sentences that were said in the
// item that is running, by language, the newest last.
type Captions struct {
	Lines map[string][]CaptionLine `json:"lines"`
}

// CaptionLine is one sentence.
type CaptionLine struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}
