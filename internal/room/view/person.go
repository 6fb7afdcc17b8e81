package view

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
