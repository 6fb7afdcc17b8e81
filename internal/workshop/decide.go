package workshop

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"sala.example/internal/opinion"
)

// A Command is what somebody asks for. Its Decide checks it against the state
// and says what happens; each command states its rule in its comment.
type Command interface {
	// Name is the command's name on the wire: "question.ask".
	Name() string
	// Decide returns the events that follow, or a *Refusal and no events.
	Decide(s *State, env Env) ([]Event, error)
}

// Actor is who gives a command.
type Actor struct {
	ID   ID     `json:"id"`   // participant, or empty for staff without a seat
	Role string `json:"role"` // see package access
}

// Env is what enters a decision from outside.
type Env struct {
	Actor Actor
	Now   time.Time
	// NewID makes an unused id with this prefix.
	NewID func(prefix string) ID
	// Mask is the actor's pseudonym for one thing: the same person has the
	// same mask on the same thing and unlinkable masks on different things.
	Mask func(thing ID) string
	// Names gives what a person is called in the vault: the name, the alias.
	Names func(person ID) []string
	// Read gives back what a person wrote, false when it was erased.
	Read func(Words) (string, bool)
	// Ballots gives the ballots of an open round, in no telling order.
	Ballots func(round ID) ([]Ballot, error)
	// Votes gives the votes of an open collecting of opinions.
	Votes func(id ID) ([]opinion.Vote, error)
}

// Decide says which events a command leads to. It changes nothing.
func Decide(s *State, c Command, env Env) ([]Event, error) {
	if s.ID == "" {
		if _, creating := c.(*Create); !creating {
			return nil, refuse("workshop.unknown")
		}
	}
	if !s.Closed.IsZero() && !afterClosing[c.Name()] {
		return nil, refuse("workshop.closed")
	}
	return c.Decide(s, env)
}

// afterClosing are the few things that go on when the workshop is over: the
// way forward, late answers, corrections of the record, and erasure.
var afterClosing = map[string]bool{
	"action.report":     true,
	"question.answer":   true,
	"stance.give":       true, // of those who had to ask
	"participant.erase": true,
	"passage.redact":    true,
	"caption.remove":    true,
	"screen.show":       true,
}

// Refusal is a command that was turned down. Code names the sentence in
// locale/ that tells the person why and what to do; Args fill it in.
type Refusal struct {
	Code string
	Args map[string]string
}

func (r *Refusal) Error() string {
	if len(r.Args) == 0 {
		return "refused: " + r.Code
	}
	return fmt.Sprintf("refused: %s %v", r.Code, r.Args)
}

// refuse makes a Refusal; args are pairs of name and value.
func refuse(code string, args ...string) *Refusal {
	r := &Refusal{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if r.Args == nil {
			r.Args = map[string]string{}
		}
		r.Args[args[i]] = args[i+1]
	}
	return r
}

// named adds what an argument is called in each language, as "group.th": the
// answer takes the reader's.
func (r *Refusal) named(arg string, name Text) *Refusal {
	for lang, words := range name {
		r.Args[arg+"."+lang] = words
	}
	return r
}

// Longest texts that a person may send, in characters.
const (
	maxLine    = 300
	maxPassage = 4000
)

// checkText refuses a text that shows nothing, is too long or not text.
func checkText(text string, limit int) error {
	switch {
	case isBlank(text):
		return refuse("text.empty")
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return refuse("text.not-text")
	case utf8.RuneCountInString(text) > limit:
		return refuse("text.too-long", "limit", fmt.Sprint(limit))
	}
	return nil
}

// checkWords refuses a passage that is missing or too long.
func checkWords(w Words, limit int) error { return checkText(w.plain, limit) }

// checkOptional is checkWords for a passage that may be left out.
func checkOptional(w Words, limit int) error {
	if w.IsZero() {
		return nil
	}
	return checkWords(w, limit)
}

// languageTag is the form of a language: "th", "en", "zh-Hant".
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$`)

// checkLang refuses what is no language tag; empty is allowed.
func checkLang(lang Lang) error {
	if lang == "" || languageTag.MatchString(lang) {
		return nil
	}
	return refuse("language.unknown", "lang", lang)
}

// checkDate refuses a date that is not like 2014-09-23; empty is allowed.
func checkDate(date string) error {
	if date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return refuse("date.not-a-date", "value", date)
	}
	return nil
}

// firstError returns the first error there is.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
