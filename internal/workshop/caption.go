package workshop

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sala.example/internal/thai"
)

// Caption is a sentence that was said, as somebody who listens typed it. The
// words are sealed like a person's, and nobody's in particular: who spoke is not
// noted.
type Caption struct {
	ID      ID        `json:"id"`
	Session ID        `json:"session,omitempty"` // the item that was running
	Lang    Lang      `json:"lang"`
	Text    Words     `json:"text"`
	At      time.Time `json:"at"` // when it was typed to its end
}

// longestCaption is in letters: two lines of a screen, and room for a long sentence.
const longestCaption = 400

// Caption finds a caption.
func (s *State) Caption(id ID) *Caption {
	return find(s.Captions, id, func(c *Caption) ID { return c.ID })
}

// lastCaption is the newest caption in a language, nil when there is none.
func (s *State) lastCaption(lang Lang) *Caption {
	for i := len(s.Captions) - 1; i >= 0; i-- {
		if s.Captions[i].Lang == lang {
			return &s.Captions[i]
		}
	}
	return nil
}

// CaptionsNow are the captions since the programme last went on to another item:
// what was said in an item goes from the screens with it.
func (s *State) CaptionsNow() []Caption {
	var since time.Time
	for _, p := range s.Programme {
		for _, at := range []time.Time{p.Started, p.Finished} {
			if at.After(since) {
				since = at
			}
		}
	}
	first := len(s.Captions)
	for first > 0 && !s.Captions[first-1].At.Before(since) {
		first--
	}
	return s.Captions[first:]
}

// SayCaption adds a sentence in one language.
type SayCaption struct {
	Lang Lang  `json:"lang"`
	Text Words `json:"text"`
}

// Name is the command's name on the wire.
func (*SayCaption) Name() string { return "caption.say" }

// Decide checks the sentence and finds the item that is running.
func (c *SayCaption) Decide(s *State, env Env) ([]Event, error) {
	if c.Lang == "" {
		return nil, refuse("language.unknown", "lang", "")
	}
	if err := firstError(checkLang(c.Lang), checkWords(c.Text, longestCaption)); err != nil {
		return nil, err
	}
	e := &CaptionSaid{ID: env.NewID("l"), Lang: c.Lang, Text: c.Text}
	if i := slices.IndexFunc(s.Programme, Session.Running); i >= 0 {
		e.Session = s.Programme[i].ID
	}
	return []Event{e}, nil
}

// CorrectCaption puts a slip right. Rule: only the last sentence of its
// language; what stood before is destroyed, for nobody said it.
type CorrectCaption struct {
	Caption ID    `json:"caption"`
	Text    Words `json:"text"`
}

// Name is the command's name on the wire.
func (*CorrectCaption) Name() string { return "caption.correct" }

// Decide replaces the words.
func (c *CorrectCaption) Decide(s *State, env Env) ([]Event, error) {
	line := s.Caption(c.Caption)
	if line == nil {
		return nil, refuse("caption.unknown")
	}
	if err := checkWords(c.Text, longestCaption); err != nil {
		return nil, err
	}
	if s.lastCaption(line.Lang).ID != line.ID {
		return nil, refuse("caption.not-last")
	}
	if was, there := env.Read(line.Text); there && was == c.Text.Plain() {
		return nil, nil
	}
	return []Event{&CaptionCorrected{Caption: line.ID, Text: c.Text, Was: line.Text.Ref}}, nil
}

// RemoveCaption takes a sentence out for good: somebody asked for it, or was
// named in it.
type RemoveCaption struct {
	Caption ID `json:"caption"`
}

// Name is the command's name on the wire.
func (*RemoveCaption) Name() string { return "caption.remove" }

// Decide takes the line and its words.
func (c *RemoveCaption) Decide(s *State, env Env) ([]Event, error) {
	line := s.Caption(c.Caption)
	if line == nil {
		return nil, refuse("caption.unknown")
	}
	return []Event{removed(*line)}, nil
}

// CaptionSaid is a new sentence.
type CaptionSaid struct {
	ID      ID    `json:"id"`
	Session ID    `json:"session,omitempty"`
	Lang    Lang  `json:"lang"`
	Text    Words `json:"text"`
}

// Kind is the event's name in the journal.
func (*CaptionSaid) Kind() string { return "caption.said" }

func (e *CaptionSaid) apply(s *State, m Meta) error {
	s.Captions = append(s.Captions, Caption{ID: e.ID, Session: e.Session, Lang: e.Lang, Text: e.Text, At: m.At})
	return nil
}

// CaptionCorrected is a sentence with other words; those before are destroyed.
type CaptionCorrected struct {
	Caption ID     `json:"caption"`
	Text    Words  `json:"text"`
	Was     string `json:"was"` // the reference of the words before
}

// Kind is the event's name in the journal.
func (*CaptionCorrected) Kind() string { return "caption.corrected" }

func (e *CaptionCorrected) apply(s *State, m Meta) error {
	line := s.Caption(e.Caption)
	if line == nil {
		return errDangling
	}
	line.Text = e.Text
	s.Redacted = append(s.Redacted, e.Was)
	return nil
}

// CaptionsRemoved are sentences that are no longer there; their words are
// destroyed.
type CaptionsRemoved struct {
	Captions []ID     `json:"captions"`
	Was      []string `json:"was"` // the references of the words
}

func removed(lines ...Caption) *CaptionsRemoved {
	e := &CaptionsRemoved{}
	for _, line := range lines {
		e.Captions = append(e.Captions, line.ID)
		e.Was = append(e.Was, line.Text.Ref)
	}
	return e
}

// Kind is the event's name in the journal.
func (*CaptionsRemoved) Kind() string { return "captions.removed" }

func (e *CaptionsRemoved) apply(s *State, m Meta) error {
	for _, id := range e.Captions {
		if s.Caption(id) == nil {
			return errDangling
		}
	}
	s.Redacted = append(s.Redacted, e.Was...)
	s.Captions = slices.DeleteFunc(s.Captions, func(c Caption) bool { return slices.Contains(e.Captions, c.ID) })
	return nil
}

// shortestName is in letters: a shorter part of a name is "Mr" or an initial.
const shortestName = 4

// forgetNamed takes out the captions in which somebody is named: those who typed
// what was said are not asked. It gives no event where there is none.
func (s *State) forgetNamed(names []string, env Env) []Event {
	found := s.CaptionsNaming(names, env.Read)
	if len(found) == 0 {
		return nil
	}
	return []Event{removed(found...)}
}

// CaptionsNaming are those in which somebody is named, by their whole name or by a
// part of it. read gives the words, false when they were erased.
func (s *State) CaptionsNaming(names []string, read func(Words) (string, bool)) (found []Caption) {
	var parts []string
	for _, name := range names {
		name = folded(name)
		for _, part := range append(strings.Fields(name), name) {
			if part != "" && (part == name || utf8.RuneCountInString(part) >= shortestName) {
				parts = append(parts, part)
			}
		}
	}
	for _, c := range s.Captions {
		text, _ := read(c.Text)
		text = folded(text)
		if slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) }) {
			found = append(found, c)
		}
	}
	return found
}

// folded is a text in which one name has one spelling.
func folded(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(thai.Normalise(text)), " "))
}
