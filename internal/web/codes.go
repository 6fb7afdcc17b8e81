package web

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"sala.example/internal/locale"
	"sala.example/internal/room"
)

// tooManyCodes is the answer to who has to wait.
func tooManyCodes(wait time.Duration) *problem {
	return &problem{status: http.StatusTooManyRequests, code: "web.too-many-tries", args: map[string]string{"seconds": seconds(wait)}}
}

// findCode looks a code up, and slows down those who guess.
func (s *Server) findCode(r *http.Request, code string) (*room.Room, error) {
	from := s.remote(r)
	if wait := s.takeGuess(from); wait > 0 {
		return s.findAtHome(r, from, code, wait)
	}
	if !s.House.Knows(code) {
		return nil, errWrongCode
	}
	s.giveGuessBack(from) // before a room opens, which may take a moment: a hundred people come at once
	return s.House.ByCode(r.Context(), code)
}

// takeGuess counts a guess for the address, and for the site that it belongs to.
func (s *Server) takeGuess(from string) (wait time.Duration) {
	site := siteOf(from)
	if site != "" {
		if wait = s.tries.take(site, siteShare); wait > 0 {
			return wait
		}
	}
	if wait = s.tries.take(from, 1); wait > 0 && site != "" {
		s.tries.giveBack(site, siteShare)
	}
	return wait
}

func (s *Server) giveGuessBack(from string) {
	s.tries.giveBack(from, 1)
	if site := siteOf(from); site != "" {
		s.tries.giveBack(site, siteShare)
	}
}

// findAtHome lets people into the room where they sit, whoever guesses beside
// them: it knows the codes alone of workshops that are open on somebody's screen
// behind the same address.
func (s *Server) findAtHome(r *http.Request, from, code string, wait time.Duration) (*room.Room, error) {
	rooms, home := s.streams.roomsAt(from), "home "+from
	if len(rooms) == 0 || s.tries.take(home, homeShare) > 0 {
		return nil, tooManyCodes(wait)
	}
	for _, rm := range rooms {
		if rm.HasCode(code) {
			s.tries.giveBack(home, homeShare)
			return s.House.Room(r.Context(), rm.ID())
		}
	}
	return nil, tooManyCodes(wait)
}

// waitData is the page of who has to wait: it has what they sent, to be sent
// again.
type waitData struct {
	pageData
	Heading, Text string
	Form          bool // a form was sent, not an address opened
	Fields        []sentField
}

type sentField struct{ Name, Value string }

// failCode answers who came by a code. Who has to wait reads how long; what they
// typed is kept, and an address that they opened is opened again by itself.
func (s *Server) failCode(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problemOf(r, err)
	if p.status != http.StatusTooManyRequests {
		s.failPage(w, r, err)
		return
	}
	setWait(w.Header(), p)
	lang := s.language(r)
	d := waitData{pageData: s.data(r), Heading: locale.Say(lang, "common.problem"), Text: p.message(lang), Form: r.Method == http.MethodPost}
	if d.Form {
		d.Fields = sentFields(r)
	} else {
		w.Header().Set("Refresh", p.args["seconds"])
	}
	s.page(w, r, p.status, "wait", d)
}

// sentFields are the fields of a form that was sent, by name.
func sentFields(r *http.Request) (fields []sentField) {
	_ = r.ParseForm() // what could be read
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		for _, value := range r.PostForm[name] {
			fields = append(fields, sentField{name, value})
		}
	}
	return fields
}
