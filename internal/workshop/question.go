package workshop

import (
	"slices"
	"time"
)

// Where a question stands.
const (
	IsOpen     = "open"
	IsAnswered = "answered"
	IsCarried  = "carried" // the programme had no time; answered later, in the record
)

// Question is typed during a talk and supported by others.
type Question struct {
	ID         ID        `json:"id"`
	Session    ID        `json:"session,omitempty"`
	Text       Words     `json:"text"`
	Lang       Lang      `json:"lang"`
	Asked      time.Time `json:"asked"`
	Author     string    `json:"author"`               // mask
	Supporters []string  `json:"supporters,omitempty"` // masks
	Status     string    `json:"status"`
	Answer     Words     `json:"answer,omitzero"`
}

// Question finds a question.
func (s *State) Question(id ID) *Question {
	return find(s.Questions, id, func(q *Question) ID { return q.ID })
}

// AskQuestion puts a question. It belongs to the item that is running unless
// another is named.
type AskQuestion struct {
	Session ID    `json:"session,omitempty"`
	Text    Words `json:"text"`
	Lang    Lang  `json:"lang,omitempty"`
}

// Name is the command's name on the wire.
func (*AskQuestion) Name() string { return "question.ask" }

// Decide checks the text and finds the item.
func (c *AskQuestion) Decide(s *State, env Env) ([]Event, error) {
	if err := firstError(checkWords(c.Text, 1000), checkLang(c.Lang)); err != nil {
		return nil, err
	}
	if c.Session != "" && s.Session(c.Session) == nil {
		return nil, refuse("session.unknown")
	}
	session := c.Session
	for _, p := range s.Programme {
		if session == "" && p.Running() {
			session = p.ID
		}
	}
	id := env.NewID("q")
	return []Event{&QuestionAsked{ID: id, Session: session, Text: c.Text, Lang: c.Lang, Author: env.Mask(id)}}, nil
}

// SupportQuestion says "this is my question too". Rule: once a person, and not
// one's own; a second time takes nothing and adds nothing.
type SupportQuestion struct {
	Question ID `json:"question"`
}

// Name is the command's name on the wire.
func (*SupportQuestion) Name() string { return "question.support" }

// Decide adds the supporter's mask.
func (c *SupportQuestion) Decide(s *State, env Env) ([]Event, error) {
	q := s.Question(c.Question)
	if q == nil {
		return nil, refuse("question.unknown")
	}
	by := env.Mask(q.ID)
	if by == q.Author || slices.Contains(q.Supporters, by) {
		return nil, nil
	}
	return []Event{&QuestionSupported{Question: q.ID, By: by}}, nil
}

// AnswerQuestion marks a question as answered, in the room or, with a text,
// later in the record.
type AnswerQuestion struct {
	Question ID    `json:"question"`
	Answer   Words `json:"answer,omitzero"`
}

// Name is the command's name on the wire.
func (*AnswerQuestion) Name() string { return "question.answer" }

// Decide accepts a later, better answer too.
func (c *AnswerQuestion) Decide(s *State, env Env) ([]Event, error) {
	q := s.Question(c.Question)
	if q == nil {
		return nil, refuse("question.unknown")
	}
	if err := checkOptional(c.Answer, maxPassage); err != nil {
		return nil, err
	}
	return []Event{&QuestionAnswered{Question: q.ID, Answer: c.Answer}}, nil
}

// CarryQuestion says that the programme has no time for a question now.
type CarryQuestion struct {
	Question ID `json:"question"`
}

// Name is the command's name on the wire.
func (*CarryQuestion) Name() string { return "question.carry" }

// Decide carries an open question over.
func (c *CarryQuestion) Decide(s *State, env Env) ([]Event, error) {
	q := s.Question(c.Question)
	if q == nil {
		return nil, refuse("question.unknown")
	}
	if q.Status != IsOpen {
		return nil, refuse("question.not-open")
	}
	return []Event{&QuestionCarried{Question: q.ID}}, nil
}

// QuestionAsked is a new question.
type QuestionAsked struct {
	ID      ID     `json:"id"`
	Session ID     `json:"session,omitempty"`
	Text    Words  `json:"text"`
	Lang    Lang   `json:"lang"`
	Author  string `json:"author"`
}

// Kind is the event's name in the journal.
func (*QuestionAsked) Kind() string { return "question.asked" }

func (e *QuestionAsked) apply(s *State, m Meta) error {
	s.Questions = append(s.Questions, Question{ID: e.ID, Session: e.Session, Text: e.Text, Lang: e.Lang, Asked: m.At, Author: e.Author, Status: IsOpen})
	return nil
}

// QuestionSupported is one more supporter, by mask.
type QuestionSupported struct {
	Question ID     `json:"question"`
	By       string `json:"by"`
}

// Kind is the event's name in the journal.
func (*QuestionSupported) Kind() string { return "question.supported" }

func (e *QuestionSupported) apply(s *State, m Meta) error {
	q := s.Question(e.Question)
	if q == nil {
		return errDangling
	}
	q.Supporters = append(q.Supporters, e.By)
	return nil
}

// QuestionAnswered is an answer, spoken or written.
type QuestionAnswered struct {
	Question ID    `json:"question"`
	Answer   Words `json:"answer,omitzero"`
}

// Kind is the event's name in the journal.
func (*QuestionAnswered) Kind() string { return "question.answered" }

func (e *QuestionAnswered) apply(s *State, m Meta) error {
	q := s.Question(e.Question)
	if q == nil {
		return errDangling
	}
	q.Status = IsAnswered
	if !e.Answer.IsZero() {
		q.Answer = e.Answer
	}
	return nil
}

// QuestionCarried is a question that waits for the record.
type QuestionCarried struct {
	Question ID `json:"question"`
}

// Kind is the event's name in the journal.
func (*QuestionCarried) Kind() string { return "question.carried" }

func (e *QuestionCarried) apply(s *State, m Meta) error {
	q := s.Question(e.Question)
	if q == nil {
		return errDangling
	}
	q.Status = IsCarried
	return nil
}
