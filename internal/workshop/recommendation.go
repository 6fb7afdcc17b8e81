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

// Title is a recommendation's number and first words, for lists.
func (r Recommendation) Title(lang Lang) string {
	if len(r.Segments) == 0 {
		return fmt.Sprint(r.Number)
	}
	return Text{lang: r.Segments[0].Wordings[lang].Text, "en": r.Segments[0].Wordings["en"].Text, "th": r.Segments[0].Wordings["th"].Text}.In(lang)
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
		if strings.TrimSpace(given[lang]) == "" {
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

// EditWording changes what a segment says in one language. Rule: on top of the
// revision that the editor saw; not while a round on it is open; not after it
// was agreed, unless the decision was reopened. A wording that was outdated
// catches up by being edited; otherwise the meaning has moved on, unless the
// editor says it is only a correction (Minor).
type EditWording struct {
	Segment ID     `json:"segment"`
	Lang    Lang   `json:"lang"`
	Rev     int    `json:"rev"` // the revision that the edit is on top of; 0 when there was none
	Text    string `json:"text"`
	Minor   bool   `json:"minor,omitempty"`
	Reason  Words  `json:"reason,omitzero"`
}

// Name is the command's name on the wire.
func (*EditWording) Name() string { return "wording.edit" }

// Decide makes the new revision.
func (c *EditWording) Decide(s *State, env Env) ([]Event, error) {
	r, g := s.Segment(c.Segment)
	if g == nil {
		return nil, refuse("segment.unknown")
	}
	if err := firstError(checkText(c.Text, maxPassage), checkOptional(c.Reason, maxPassage), s.checkLanguage(c.Lang), s.checkEditable(r)); err != nil {
		return nil, err
	}
	old := g.Wordings[c.Lang]
	if old.Rev != c.Rev {
		return nil, refuse("text.moved-on", "rev", fmt.Sprint(old.Rev))
	}
	text := strings.TrimSpace(c.Text)
	if text == old.Text {
		return nil, refuse("text.unchanged")
	}
	e := &WordingRevised{Segment: g.ID, Lang: c.Lang, Rev: old.Rev + 1, Text: text, Reason: c.Reason}
	e.Meaning, e.Follows = g.meaningAfter(c.Lang, c.Minor)
	return []Event{e}, nil
}

// meaningAfter is the meaning that an edit in lang leads to, and the one that
// the new wording says: a correction (minor) says what the old wording said; a
// wording that was missing or outdated catches up; any other moves on.
func (g Segment) meaningAfter(lang Lang, minor bool) (meaning, follows int) {
	w, there := g.Wordings[lang]
	switch {
	case !there:
		return g.Meaning, g.Meaning
	case minor:
		return g.Meaning, w.Follows
	case w.Follows < g.Meaning:
		return g.Meaning, g.Meaning
	}
	return g.Meaning + 1, g.Meaning + 1
}

func (s *State) checkLanguage(lang Lang) error {
	if slices.Contains(s.Settings.Required, lang) {
		return nil
	}
	return refuse("language.unknown", "lang", lang)
}

func (s *State) checkEditable(r *Recommendation) error {
	if round := s.OpenRound(); round != nil && slices.Contains(round.Recommendations, r.ID) {
		return refuse("text.being-rated", "number", fmt.Sprint(r.Number))
	}
	if d := r.Decision(); d != nil && d.Final() {
		return refuse("text.decided", "number", fmt.Sprint(r.Number))
	}
	return nil
}

// ConfirmWording says that a wording still says the newest meaning as it is.
type ConfirmWording struct {
	Segment ID   `json:"segment"`
	Lang    Lang `json:"lang"`
	Rev     int  `json:"rev"`
}

// Name is the command's name on the wire.
func (*ConfirmWording) Name() string { return "wording.confirm" }

// Decide checks that the reader saw the present wording.
func (c *ConfirmWording) Decide(s *State, env Env) ([]Event, error) {
	_, g := s.Segment(c.Segment)
	if g == nil {
		return nil, refuse("segment.unknown")
	}
	w, ok := g.Wordings[c.Lang]
	if !ok || w.Rev != c.Rev {
		return nil, refuse("text.moved-on", "rev", fmt.Sprint(w.Rev))
	}
	if !g.Outdated(c.Lang) {
		return nil, nil
	}
	return []Event{&WordingConfirmed{Segment: g.ID, Lang: c.Lang, Rev: w.Rev, Meaning: g.Meaning}}, nil
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

func (g *Segment) put(lang Lang, w Wording) {
	if old, there := g.Wordings[lang]; there {
		if g.Former == nil {
			g.Former = map[Lang][]Former{}
		}
		g.Former[lang] = append(g.Former[lang], former(old, w.Text))
	}
	g.Wordings[lang] = w
}

// WordingRevised is a new revision in one language.
type WordingRevised struct {
	Segment   ID     `json:"segment"`
	Lang      Lang   `json:"lang"`
	Rev       int    `json:"rev"`
	Meaning   int    `json:"meaning"`
	Follows   int    `json:"follows"`
	Text      string `json:"text"`
	Reason    Words  `json:"reason,omitzero"`
	Amendment ID     `json:"amendment,omitempty"`
}

// Kind is the event's name in the journal.
func (*WordingRevised) Kind() string { return "wording.revised" }

func (e *WordingRevised) apply(s *State, m Meta) error {
	_, g := s.Segment(e.Segment)
	if g == nil {
		return errDangling
	}
	g.Meaning = e.Meaning
	g.put(e.Lang, Wording{Text: e.Text, Rev: e.Rev, Follows: e.Follows, At: m.At, Reason: e.Reason, Amendment: e.Amendment})
	return nil
}

// WordingConfirmed says that a wording needed no change.
type WordingConfirmed struct {
	Segment ID   `json:"segment"`
	Lang    Lang `json:"lang"`
	Rev     int  `json:"rev"`
	Meaning int  `json:"meaning"`
}

// Kind is the event's name in the journal.
func (*WordingConfirmed) Kind() string { return "wording.confirmed" }

func (e *WordingConfirmed) apply(s *State, m Meta) error {
	_, g := s.Segment(e.Segment)
	if g == nil || g.Wordings[e.Lang].Rev == 0 {
		return errDangling
	}
	w := g.Wordings[e.Lang]
	w.Follows = e.Meaning
	g.Wordings[e.Lang] = w
	return nil
}
