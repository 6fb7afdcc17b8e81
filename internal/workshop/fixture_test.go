package workshop

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sala.example/internal/opinion"
	"sala.example/internal/rating"
)

// tb is what the fixture needs of *testing.T, *testing.F and *rapid.T.
type tb interface {
	Helper()
	Fatalf(format string, args ...any)
}

// room plays the part of package room: it seals words, decides, encodes and
// applies, with a clock and ids that a test can foresee.
type room struct {
	t       tb
	s       *State
	now     time.Time
	ids     map[string]int
	seats   int
	said    map[string]string      // the vault: ref -> text
	names   map[ID][]string        // the vault: what people are called
	ballots map[ID]map[ID][]Ballot // round -> person
	books   map[ID]*opinion.Book   // opinion -> votes
	journal []entry
	created *Create // the command that newRoom gave
}

// entry is one line of a journal.
type entry struct {
	Seq  uint64          `json:"seq"`
	At   time.Time       `json:"at"`
	Role string          `json:"role"`
	Kind string          `json:"kind"`
	Data json.RawMessage `json:"data"`
}

var (
	organiser   = Actor{Role: "organiser"}
	chair       = Actor{Role: "chair"}
	rapporteur  = Actor{Role: "rapporteur"}
	interpreter = Actor{Role: "interpreter"}
	desk        = Actor{Role: "desk"}
	stranger    = Actor{ID: "stranger", Role: "participant"}
	morning     = time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC) // 08:30 in Bangkok
	oneMinute   = time.Minute
	longLine    = strings.Repeat("ก", maxLine+1)
	longPassage = strings.Repeat("ก", maxPassage+1)
)

// emptyRoom is a room before its workshop is created.
func emptyRoom(t tb) *room {
	return &room{t: t, s: New(), now: morning, ids: map[string]int{}, said: map[string]string{}, ballots: map[ID]map[ID][]Ballot{}, books: map[ID]*opinion.Book{}}
}

// newRoom has three role groups (officers accept), a programme s1 to s5 of
// which s4 decides, recommendations r1 (segments g1, g2) and r2 (g3), and
// groups b1 and b2 with the domains d1 and d2.
func newRoom(t tb) *room {
	t.Helper()
	r := emptyRoom(t)
	r.created = sampleCreate()
	r.do(organiser, r.created)
	return r
}

func sampleCreate() *Create {
	session := func(start, end, title, kind string) Session {
		return Session{Date: "2014-09-23", Start: start, End: end, Title: Text{"en": title}, Kind: kind, Decides: kind == "decision"}
	}
	board := func(name string) AddGroup {
		return AddGroup{Label: Text{"en": name}, Template: "model", Domains: []Domain{{ID: "d1", Name: Text{"en": "Now"}}, {ID: "d2", Name: Text{"en": "Next"}}}}
	}
	return &Create{
		ID: "w1",
		Settings: Settings{
			Title: Text{"en": "Schools for every child", "th": "โรงเรียนสำหรับเด็กทุกคน"}, Timezone: "Asia/Bangkok", Floor: "th",
			Interpretation: []Lang{"en"}, Required: []Lang{"th", "en"}, AcceptingParty: "officers",
			RoleGroups: []RoleGroup{{ID: "officers", Name: Text{"en": "Officers"}}, {ID: "schools", Name: Text{"en": "Schools"}}, {ID: "parents", Name: Text{"en": "Parents"}}},
		},
		Programme: []Session{
			session("08:30", "09:00", "Registration", "registration"), session("09:00", "10:00", "Findings", "talk"),
			session("10:00", "10:30", "Break", "break"), session("10:30", "11:30", "Agreement", "decision"),
			session("11:30", "12:00", "Closing", "closing"),
		},
		Recommendations: []AddRecommendation{
			{Segments: []Text{{"th": "รับเด็กทุกคน", "en": "Admit every child."}, {"th": "ภายในเจ็ดวัน", "en": "Within seven days."}}, Owner: Text{"en": "Education office"}},
			{Segments: []Text{{"th": "จัดล่ามในโรงเรียน", "en": "Provide school interpreters."}}},
		},
		Groups: []AddGroup{board("Group A"), board("Group B")},
	}
}

// env is what package room would give the actor's command.
func (r *room) env(a Actor) Env {
	return Env{
		Actor: a,
		Now:   r.now,
		NewID: func(prefix string) ID {
			r.ids[prefix]++
			return fmt.Sprint(prefix, r.ids[prefix])
		},
		Mask:  func(thing ID) string { return maskOf(a.ID, thing) },
		Names: func(person ID) []string { return r.names[person] },
		Read: func(w Words) (string, bool) {
			text, ok := r.said[w.Ref]
			return text, ok
		},
		Ballots: func(round ID) ([]Ballot, error) {
			var all []Ballot
			for _, person := range sortedKeys(r.ballots[round]) {
				all = append(all, r.ballots[round][person]...)
			}
			return all, nil
		},
		Votes: func(id ID) ([]opinion.Vote, error) { return r.book(id).All(), nil },
	}
}

// book holds the votes of one collecting of opinions.
func (r *room) book(id ID) *opinion.Book {
	if r.books[id] == nil {
		r.books[id] = &opinion.Book{}
	}
	return r.books[id]
}

// maskOf is the pseudonym of a person on one thing.
func maskOf(person, thing ID) string { return "m-" + shortHash(person+"|"+thing) }

func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

// seal gives every passage of a command or event its reference and hash.
func (r *room) seal(v any) {
	for _, w := range WordsIn(v) {
		if !w.IsZero() && w.Ref == "" {
			ref := fmt.Sprint("ref", len(r.said)+1)
			r.said[ref] = w.Plain()
			w.Seal(ref, shortHash("salt"+w.Plain()))
		}
	}
}

// try gives a command as package room would. It sees to it that Decide leaves
// the state alone, and keeps the events when there is no error.
func (r *room) try(a Actor, c Command) ([]Event, error) {
	r.t.Helper()
	r.seal(c)
	before := r.json()
	events, err := Decide(r.s, c, r.env(a))
	if after := r.json(); after != before {
		r.t.Fatalf("deciding on %s changed the state\nfrom %s\nto   %s", c.Name(), before, after)
	}
	if err != nil {
		if len(events) > 0 {
			r.t.Fatalf("%s was refused and still led to %d events", c.Name(), len(events))
		}
		return nil, err
	}
	for _, e := range events {
		r.seal(e)
		r.keep(a, e)
	}
	r.follow(a, c, events)
	return events, nil
}

func (r *room) keep(a Actor, e Event) {
	r.t.Helper()
	data, err := Encode(e)
	if err != nil {
		r.t.Fatalf("encode: %v", err)
	}
	m := Meta{Seq: r.s.Seq + 1, At: r.now, Role: a.Role}
	if err := Apply(r.s, e, m); err != nil {
		r.t.Fatalf("apply %s: %v", e.Kind(), err)
	}
	r.journal = append(r.journal, entry{Seq: m.Seq, At: m.At, Role: m.Role, Kind: e.Kind(), Data: data})
}

// follow does what package room does outside the journal.
func (r *room) follow(a Actor, c Command, events []Event) {
	if b, ok := c.(*CastBallot); ok {
		if r.ballots[b.Round] == nil {
			r.ballots[b.Round] = map[ID][]Ballot{}
		}
		kept := []Ballot{b.Ballot(r.s, a.ID, func(criterion string) string { return shortHash(a.ID + b.Recommendation + criterion) })}
		for _, old := range r.ballots[b.Round][a.ID] {
			if old.Recommendation != b.Recommendation {
				kept = append(kept, old)
			}
		}
		r.ballots[b.Round][a.ID] = kept
	}
	if v, ok := c.(*VoteStatement); ok {
		r.book(v.Opinion).Set(a.ID, v.Statement, int8(*v.Vote))
	}
	for _, e := range events {
		switch gone := e.(type) {
		case *PassageRedacted:
			delete(r.said, gone.Ref)
		case *CaptionCorrected:
			delete(r.said, gone.Was)
		case *CaptionsRemoved:
			for _, ref := range gone.Was {
				delete(r.said, ref)
			}
		}
	}
}

// do gives a command that must be carried out, and returns its events.
func (r *room) do(a Actor, c Command) []Event {
	r.t.Helper()
	events, err := r.try(a, c)
	if err != nil {
		r.t.Fatalf("%s by %s: %v", c.Name(), a.Role, err)
	}
	return events
}

// nothing gives a command that must be carried out without a trace.
func (r *room) nothing(a Actor, c Command) {
	r.t.Helper()
	if events := r.do(a, c); len(events) != 0 {
		r.t.Fatalf("%s led to %d events, want none", c.Name(), len(events))
	}
}

// refused gives a command that must be turned down with this code, and returns
// the refusal's arguments.
func (r *room) refused(a Actor, c Command, code string) map[string]string {
	r.t.Helper()
	_, err := r.try(a, c)
	var refusal *Refusal
	if !errors.As(err, &refusal) {
		r.t.Fatalf("%s: got %v, want the refusal %s", c.Name(), err, code)
	}
	if refusal.Code != code {
		r.t.Fatalf("%s: refused with %s, want %s", c.Name(), refusal.Code, code)
	}
	return refusal.Args
}

// seat lets n more people of a role group in: p1, p2, …
func (r *room) seat(roleGroup ID, n int) []Actor {
	r.t.Helper()
	var people []Actor
	for range n {
		r.seats++
		a := Actor{ID: fmt.Sprint("p", r.seats), Role: "participant"}
		r.do(a, &Join{Participant: a.ID, RoleGroup: roleGroup, Lang: "th"})
		people = append(people, a)
	}
	return people
}

// rate holds a whole round on one recommendation in which every person gives
// the same rating on both criteria, and returns the round's id.
func (r *room) rate(recommendation ID, value int, people ...Actor) ID {
	r.t.Helper()
	round := r.open(recommendation)
	for _, a := range people {
		r.vote(a, round, recommendation, value, value)
	}
	r.do(chair, &CloseRound{Round: round})
	return round
}

func (r *room) open(recommendations ...ID) ID {
	r.t.Helper()
	return r.do(chair, &OpenRound{Recommendations: recommendations})[0].(*RoundOpened).ID
}

func (r *room) vote(a Actor, round, recommendation ID, feasible, acceptable int) {
	r.t.Helper()
	r.nothing(a, &CastBallot{Round: round, Recommendation: recommendation, Ratings: map[string]int{rating.Feasible: feasible, rating.Acceptable: acceptable}})
}

// agreed brings a recommendation to an agreement by three officers.
func (r *room) agreed(recommendation ID) {
	r.t.Helper()
	r.rate(recommendation, 8, r.seat("officers", 3)...)
	r.do(chair, &RecordDecision{Recommendation: recommendation, Outcome: Agreed})
}

// later moves the clock.
func (r *room) later(d time.Duration) *room {
	r.now = r.now.Add(d)
	return r
}

// edit puts a new wording on top of the present one.
func (r *room) edit(segment ID, lang Lang, text string) {
	r.t.Helper()
	_, g := r.s.Segment(segment)
	r.do(rapporteur, &EditWording{Segment: segment, Lang: lang, Rev: g.Wordings[lang].Rev, Text: text})
}

func (r *room) json() string { return stateJSON(r.t, r.s) }

func stateJSON(t tb, s *State) string {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatalf("encode state: %v", err)
	}
	return string(data)
}

// replay applies journal lines to a state.
func replay(t tb, s *State, lines []entry) *State {
	t.Helper()
	for _, line := range lines {
		e, err := DecodeEvent(line.Kind, line.Data)
		if err != nil {
			t.Fatalf("event %d: %v", line.Seq, err)
		}
		if err := Apply(s, e, Meta{Seq: line.Seq, At: line.At, Role: line.Role}); err != nil {
			t.Fatalf("event %d: %v", line.Seq, err)
		}
	}
	return s
}

// equal compares two values by their JSON.
func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	g, err1 := json.Marshal(got)
	w, err2 := json.Marshal(want)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if string(g) != string(w) {
		t.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

// kinds lists the kinds of events.
func kinds(events []Event) []string {
	var list []string
	for _, e := range events {
		list = append(list, e.Kind())
	}
	return list
}
