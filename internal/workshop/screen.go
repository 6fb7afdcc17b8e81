package workshop

// What the projector can show.
const (
	ScreenNow            = "now"            // now and next, and how to join
	ScreenRecommendation = "recommendation" // a text, both languages
	ScreenResult         = "result"         // the result of its last round
	ScreenQuestions      = "questions"
	ScreenCaptions       = "captions" // what is being said
	ScreenGroup          = "group"    // a group's sheet
	ScreenIntro          = "intro"    // introduction cards
	ScreenOpinion        = "opinion"  // the opinion map
)

// Screen is what the projector shows.
type Screen struct {
	Mode string `json:"mode"`
	Ref  ID     `json:"ref,omitempty"`
}

// Show puts something on the projector. Rule: it exists; a result only when
// its round has closed.
type Show struct {
	Mode string `json:"mode"`
	Ref  ID     `json:"ref,omitempty"`
}

// Name is the command's name on the wire.
func (*Show) Name() string { return "screen.show" }

// Decide checks that there is something to show.
func (c *Show) Decide(s *State, env Env) ([]Event, error) {
	found, ref := true, c.Ref
	switch c.Mode {
	case ScreenNow, ScreenQuestions, ScreenCaptions, ScreenIntro:
		ref = ""
	case ScreenRecommendation:
		found = s.Recommendation(c.Ref) != nil
	case ScreenResult:
		_, result := s.LastResult(c.Ref)
		found = result != nil
	case ScreenOpinion:
		found, ref = s.LastOpinion() != nil, ""
	case ScreenGroup:
		found = s.Group(c.Ref) != nil
	default:
		found = false
	}
	if !found {
		return nil, refuse("screen.nothing-to-show")
	}
	if s.Screen == (Screen{Mode: c.Mode, Ref: ref}) {
		return nil, nil
	}
	return []Event{&Shown{Mode: c.Mode, Ref: ref}}, nil
}

// Shown is a change of the projector.
type Shown struct {
	Mode string `json:"mode"`
	Ref  ID     `json:"ref,omitempty"`
}

// Kind is the event's name in the journal.
func (*Shown) Kind() string { return "screen.shown" }

func (e *Shown) apply(s *State, m Meta) error {
	s.Screen = Screen{Mode: e.Mode, Ref: e.Ref}
	return nil
}
