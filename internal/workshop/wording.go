package workshop

import (
	"fmt"
	"slices"
	"strings"
)

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
