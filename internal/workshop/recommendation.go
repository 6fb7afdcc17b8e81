package workshop

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Recommendation is one numbered text on its way to a decision.
type Recommendation struct {
	ID        ID         `json:"id"`
	Number    int        `json:"number"`
	Segments  []Segment  `json:"segments"`
	Evidence  []Evidence `json:"evidence,omitempty"`
	Owner     Text       `json:"owner,omitempty"` // the body proposed to carry it out
	Decisions []Decision `json:"decisions,omitempty"`
}

// Evidence is what a recommendation rests on.
type Evidence struct {
	ID        string `json:"id"`
	Statement Text   `json:"statement"`
	Source    string `json:"source,omitempty"`
	URL       string `json:"url,omitempty"`
	Gender    string `json:"gender,omitempty"`
}

// Segment is one paragraph with a stable id and one wording per language.
// Meaning counts the changes of what it says, in whichever language they were
// made; a wording that does not follow the newest meaning is outdated.
type Segment struct {
	ID       ID                `json:"id"`
	Meaning  int               `json:"meaning"`
	Wordings map[Lang]Wording  `json:"wordings"`
	Former   map[Lang][]Former `json:"former,omitempty"` // what was replaced, oldest first; see Revisions
}

// Wording is a segment in one language.
type Wording struct {
	Text      string    `json:"text"`
	Rev       int       `json:"rev"`     // 1, 2, 3 … of this language
	Follows   int       `json:"follows"` // the meaning it says
	At        time.Time `json:"at"`
	Reason    Words     `json:"reason,omitzero"`
	Amendment ID        `json:"amendment,omitempty"`
}

// How the languages of a segment stand to each other.
const (
	Same    = "same"
	Missing = "missing"
	Newer   = "newer"
)

// Outdated says that another language has moved on since this wording.
func (g Segment) Outdated(lang Lang) bool {
	w, ok := g.Wordings[lang]
	return ok && w.Follows < g.Meaning
}

// Status says how the required languages stand: Same; Missing with the first
// language that has no wording; or Newer with the language that moved on.
func (g Segment) Status(required []Lang) (status string, lang Lang) {
	for _, l := range required {
		if g.Wordings[l].Text == "" {
			return Missing, l
		}
	}
	for _, l := range required {
		if g.Outdated(l) {
			return Newer, g.newest(required)
		}
	}
	return Same, ""
}

func (g Segment) newest(required []Lang) Lang {
	best := required[0]
	for _, l := range required {
		if g.Wordings[l].Follows > g.Wordings[best].Follows {
			best = l
		}
	}
	return best
}

// Recommendation finds a recommendation.
func (s *State) Recommendation(id ID) *Recommendation {
	return find(s.Recommendations, id, func(r *Recommendation) ID { return r.ID })
}

// Segment finds a segment and the recommendation it belongs to.
func (s *State) Segment(id ID) (*Recommendation, *Segment) {
	for i := range s.Recommendations {
		r := &s.Recommendations[i]
		if g := find(r.Segments, id, func(g *Segment) ID { return g.ID }); g != nil {
			return r, g
		}
	}
	return nil, nil
}

func numbers(list []*Recommendation) string {
	var out []string
	for _, r := range list {
		out = append(out, fmt.Sprint(r.Number))
	}
	return strings.Join(out, ", ")
}

// AddRecommendation brings a draft in, in one language or more. Rule: before
// the workshop closes; at least one paragraph with a text.
type AddRecommendation struct {
	Segments []Text     `json:"segments"`
	Evidence []Evidence `json:"evidence,omitempty"`
	Owner    Text       `json:"owner,omitempty"`
}

// Name is the command's name on the wire.
func (*AddRecommendation) Name() string { return "recommendation.add" }

// Decide numbers the recommendation and its segments.
func (c *AddRecommendation) Decide(s *State, env Env) ([]Event, error) {
	e, err := c.event(s.Settings.Required, len(s.Recommendations)+1, env)
	if err != nil {
		return nil, err
	}
	return []Event{e}, nil
}

func (c *AddRecommendation) event(required []Lang, number int, env Env) (*RecommendationAdded, error) {
	e := &RecommendationAdded{ID: env.NewID("r"), Number: number, Evidence: c.Evidence, Owner: c.Owner}
	for _, given := range c.Segments {
		text, err := wordings(given, required)
		if err != nil {
			return nil, err
		}
		if len(text) == 0 {
			return nil, refuse("recommendation.empty", "number", fmt.Sprint(number))
		}
		e.Segments = append(e.Segments, NewSegment{ID: env.NewID("g"), Text: text})
	}
	if len(e.Segments) == 0 {
		return nil, refuse("recommendation.empty", "number", fmt.Sprint(number))
	}
	return e, nil
}

// wordings are the texts that were written, in languages that the workshop
// agrees in.
func wordings(given Text, required []Lang) (Text, error) {
	text := Text{}
	for _, lang := range sortedKeys(given) {
		if isBlank(given[lang]) {
			continue
		}
		if !slices.Contains(required, lang) {
			return nil, refuse("language.unknown", "lang", lang)
		}
		if err := checkText(given[lang], maxPassage); err != nil {
			return nil, err
		}
		text[lang] = given[lang]
	}
	return text, nil
}

// NewSegment is a segment as it comes in.
type NewSegment struct {
	ID   ID   `json:"id"`
	Text Text `json:"text"`
}

// RecommendationAdded is a new draft.
type RecommendationAdded struct {
	ID       ID           `json:"id"`
	Number   int          `json:"number"`
	Segments []NewSegment `json:"segments"`
	Evidence []Evidence   `json:"evidence,omitempty"`
	Owner    Text         `json:"owner,omitempty"`
}

// Kind is the event's name in the journal.
func (*RecommendationAdded) Kind() string { return "recommendation.added" }

func (e *RecommendationAdded) apply(s *State, m Meta) error {
	r := Recommendation{ID: e.ID, Number: e.Number, Evidence: e.Evidence, Owner: e.Owner}
	for _, n := range e.Segments {
		g := Segment{ID: n.ID, Meaning: 1, Wordings: map[Lang]Wording{}}
		for lang, text := range n.Text {
			g.put(lang, Wording{Text: strings.TrimSpace(text), Rev: 1, Follows: 1, At: m.At})
		}
		r.Segments = append(r.Segments, g)
	}
	s.Recommendations = append(s.Recommendations, r)
	return nil
}
