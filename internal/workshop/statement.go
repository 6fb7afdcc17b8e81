package workshop

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Where a statement stands.
const (
	StatementWaiting    = "waiting"
	StatementAccepted   = "accepted"
	StatementTurnedAway = "turned-away"
)

// The longest statement, in letters, and how many a workshop can have, and one
// person: nobody fills it up alone.
const (
	longestStatement  = 200
	mostStatements    = 1000
	mostOwnStatements = 30
)

// Statement is one short sentence to agree or disagree with. One that the
// organiser seeded is the room's text; one that a participant proposed stays
// theirs, and so do its translations: Said has it in each language, the
// author's own first. Of a seed, Said has translations that came later.
type Statement struct {
	ID     ID           `json:"id"`
	Text   Text         `json:"text,omitempty"` // of a seed
	Said   []Wordings   `json:"said,omitempty"`
	Author string       `json:"author,omitempty"` // mask; empty for a seed
	Added  time.Time    `json:"added"`
	Log    []Moderation `json:"log,omitempty"` // what became of it, for everybody to see
}

// Wordings are words in one language.
type Wordings struct {
	Lang Lang  `json:"lang"`
	Text Words `json:"text"`
}

// Moderation is one line of a statement's public log.
type Moderation struct {
	At     time.Time `json:"at"`
	As     string    `json:"as"` // StatementAccepted or StatementTurnedAway
	Reason Words     `json:"reason,omitzero"`
}

// Status says where the statement stands: a seed is accepted until it is
// turned away, a proposal waits until somebody has looked at it.
func (st *Statement) Status() string {
	switch n := len(st.Log); {
	case n > 0:
		return st.Log[n-1].As
	case st.Seeded():
		return StatementAccepted
	}
	return StatementWaiting
}

// Seeded says that the organiser brought it in.
func (st *Statement) Seeded() bool { return st.Author == "" }

// Statement finds a statement.
func (s *State) Statement(id ID) *Statement {
	return find(s.Statements, id, func(st *Statement) ID { return st.ID })
}

// Moderated are the statements that are no secret of the moderators: all but
// those that nobody has looked at yet.
func (s *State) Moderated() []Statement {
	return slices.DeleteFunc(slices.Clone(s.Statements), func(st Statement) bool { return st.Status() == StatementWaiting })
}

// SeedStatement brings in a statement of the organiser's, in one language or
// more; it can be voted on at once.
type SeedStatement struct {
	Text Text `json:"text"`
}

// Name is the command's name on the wire.
func (*SeedStatement) Name() string { return "statement.seed" }

// Decide checks every wording.
func (c *SeedStatement) Decide(s *State, env Env) ([]Event, error) {
	text := Text{}
	for _, lang := range sortedKeys(c.Text) {
		if isBlank(c.Text[lang]) {
			continue
		}
		if err := firstError(checkText(c.Text[lang], longestStatement), checkLang(lang)); err != nil {
			return nil, err
		}
		text[lang] = strings.TrimSpace(c.Text[lang])
	}
	if len(text) == 0 {
		return nil, refuse("text.empty")
	}
	if err := s.roomForStatements(); err != nil {
		return nil, err
	}
	return []Event{&StatementSeeded{ID: env.NewID("st"), Text: text}}, nil
}

func (s *State) roomForStatements() error {
	if len(s.Statements) >= mostStatements {
		return refuse("statement.too-many", "most", fmt.Sprint(mostStatements))
	}
	return nil
}

// ProposeStatement is a participant's. Rule: while opinions are collected, and
// thirty a person; it can be voted on when a moderator has accepted it.
type ProposeStatement struct {
	Text Words `json:"text"`
	Lang Lang  `json:"lang"`
}

// Name is the command's name on the wire.
func (*ProposeStatement) Name() string { return "statement.propose" }

// Decide notes the proposal.
func (c *ProposeStatement) Decide(s *State, env Env) ([]Event, error) {
	if s.OpenOpinion() == nil {
		return nil, refuse("opinion.not-open")
	}
	if err := firstError(checkWords(c.Text, longestStatement), checkLang(c.Lang), s.roomForStatements()); err != nil {
		return nil, err
	}
	if s.proposedBy(env) >= mostOwnStatements {
		return nil, refuse("statement.too-many-own", "most", fmt.Sprint(mostOwnStatements))
	}
	id := env.NewID("st")
	return []Event{&StatementProposed{ID: id, Text: c.Text, Lang: c.Lang, Author: env.Mask(id)}}, nil
}

// proposedBy counts the statements that bear the actor's mask.
func (s *State) proposedBy(env Env) (n int) {
	for i := range s.Statements {
		if st := &s.Statements[i]; !st.Seeded() && st.Author == env.Mask(st.ID) {
			n++
		}
	}
	return n
}

// ModerateStatement accepts a statement or turns it away, also one that was
// judged otherwise before. Rule: a reason when it is turned away; everybody
// sees it.
type ModerateStatement struct {
	Statement ID     `json:"statement"`
	As        string `json:"as"`
	Reason    Words  `json:"reason,omitzero"`
}

// Name is the command's name on the wire.
func (*ModerateStatement) Name() string { return "statement.moderate" }

// Decide writes a line of the log.
func (c *ModerateStatement) Decide(s *State, env Env) ([]Event, error) {
	st := s.Statement(c.Statement)
	switch {
	case st == nil:
		return nil, refuse("statement.unknown")
	case c.As != StatementAccepted && c.As != StatementTurnedAway:
		return nil, refuse("statement.as", "value", c.As)
	case c.As == StatementTurnedAway && c.Reason.IsZero():
		return nil, refuse("statement.reason")
	case c.As == StatementAccepted && !st.readable(env.Read):
		return nil, refuse("statement.gone")
	}
	if err := checkOptional(c.Reason, maxLine); err != nil {
		return nil, err
	}
	if st.Status() == c.As {
		return nil, nil
	}
	return []Event{&StatementModerated{Statement: st.ID, As: c.As, Reason: c.Reason}}, nil
}

// readable says that its words were neither erased nor taken out.
func (st *Statement) readable(read func(Words) (string, bool)) bool {
	if st.Seeded() {
		return true
	}
	_, there := read(st.Said[0].Text)
	return there
}

// translationsOf are the translations of the proposal whose author's own words
// have this reference; none for any other words.
func (s *State) translationsOf(ref string) (translations []Words) {
	for i := range s.Statements {
		st := &s.Statements[i]
		if st.Seeded() || st.Said[0].Text.Ref != ref {
			continue
		}
		for _, w := range st.Said[1:] {
			translations = append(translations, w.Text)
		}
	}
	return translations
}

// TranslateStatement gives a statement in one more language, or puts a
// translation better. Rule: never the author's own wording of a proposal. A
// translation of a proposal is the author's like the proposal: it goes when
// they are erased.
type TranslateStatement struct {
	Statement ID    `json:"statement"`
	Lang      Lang  `json:"lang"`
	Text      Words `json:"text"`
}

// Name is the command's name on the wire.
func (*TranslateStatement) Name() string { return "statement.translate" }

// Decide checks the language and the text.
func (c *TranslateStatement) Decide(s *State, env Env) ([]Event, error) {
	st := s.Statement(c.Statement)
	switch {
	case st == nil:
		return nil, refuse("statement.unknown")
	case !languageTag.MatchString(c.Lang):
		return nil, refuse("language.unknown", "lang", c.Lang)
	case st.Seeded() && st.Text[c.Lang] != "" || !st.Seeded() && st.Said[0].Lang == c.Lang:
		return nil, refuse("statement.own-language")
	case !st.readable(env.Read):
		return nil, refuse("statement.gone")
	}
	if err := checkWords(c.Text, longestStatement); err != nil {
		return nil, err
	}
	return []Event{&StatementTranslated{Statement: st.ID, Lang: c.Lang, Text: c.Text}}, nil
}

// StatementSeeded is a new statement of the organiser's.
type StatementSeeded struct {
	ID   ID   `json:"id"`
	Text Text `json:"text"`
}

// Kind is the event's name in the journal.
func (*StatementSeeded) Kind() string { return "statement.seeded" }

func (e *StatementSeeded) apply(s *State, m Meta) error {
	s.Statements = append(s.Statements, Statement{ID: e.ID, Text: e.Text, Added: m.At})
	return nil
}

// StatementProposed is a new statement of a participant's.
type StatementProposed struct {
	ID     ID     `json:"id"`
	Text   Words  `json:"text"`
	Lang   Lang   `json:"lang"`
	Author string `json:"author"`
}

// Kind is the event's name in the journal.
func (*StatementProposed) Kind() string { return "statement.proposed" }

func (e *StatementProposed) apply(s *State, m Meta) error {
	s.Statements = append(s.Statements, Statement{ID: e.ID, Said: []Wordings{{e.Lang, e.Text}}, Author: e.Author, Added: m.At})
	return nil
}

// StatementModerated is a line of a statement's log.
type StatementModerated struct {
	Statement ID     `json:"statement"`
	As        string `json:"as"`
	Reason    Words  `json:"reason,omitzero"`
}

// Kind is the event's name in the journal.
func (*StatementModerated) Kind() string { return "statement.moderated" }

func (e *StatementModerated) apply(s *State, m Meta) error {
	st := s.Statement(e.Statement)
	if st == nil {
		return errDangling
	}
	st.Log = append(st.Log, Moderation{At: m.At, As: e.As, Reason: e.Reason})
	return nil
}

// StatementTranslated is a statement in one more language.
type StatementTranslated struct {
	Statement ID    `json:"statement"`
	Lang      Lang  `json:"lang"`
	Text      Words `json:"text"`
}

// Kind is the event's name in the journal.
func (*StatementTranslated) Kind() string { return "statement.translated" }

func (e *StatementTranslated) apply(s *State, m Meta) error {
	st := s.Statement(e.Statement)
	if st == nil {
		return errDangling
	}
	if w := find(st.Said, e.Lang, func(w *Wordings) Lang { return w.Lang }); w != nil {
		w.Text = e.Text
		return nil
	}
	st.Said = append(st.Said, Wordings{e.Lang, e.Text})
	return nil
}
