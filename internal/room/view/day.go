package view

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
