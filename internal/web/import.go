package web

import (
	"cmp"
	"context"
	"net/http"
	"strings"
	"unicode/utf8"

	"sala.example/internal/note/source"
	"sala.example/internal/room"
	"sala.example/internal/thai"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Bounds of a list of people.
const (
	mostListed  = 3000
	largestList = 2 << 20
	mostColumns = 50
	longestCell = 200 // characters that a preview shows
)

// listTable is a list as the organiser sees it before saying which column is
// which.
type listTable struct {
	Rows [][]string `json:"rows"`
	More int        `json:"more"` // rows that were left out
}

// readPeople gives the rows of a table, and keeps nothing of them.
func (s *Server) readPeople(w http.ResponseWriter, r *http.Request, _ visitor) {
	body, err := receive(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	var text *source.Text
	err = s.documents.understand(r, func() (err error) {
		text, err = loadNote(body, r.URL.Query().Get("name"), false)
		return err
	})
	if err != nil {
		s.failJSON(w, r, noteProblem(err))
		return
	}
	if len(text.Sheets) == 0 {
		s.failJSON(w, r, &workshop.Refusal{Code: "list.no-table"})
		return
	}
	writeJSON(w, http.StatusOK, tableOf(text.Sheets[0]))
}

func tableOf(sheet source.Sheet) listTable {
	t := listTable{Rows: [][]string{}}
	for _, row := range sheet.Rows {
		if len(t.Rows) == mostListed+1 { // with its headings
			t.More++
			continue
		}
		cells := make([]string, 0, len(row.Cells))
		for _, cell := range row.Cells[:min(len(row.Cells), mostColumns)] {
			cells = append(cells, firstRunes(strings.TrimSpace(cell), longestCell))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func firstRunes(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n])
}

// listed is somebody of the list: the mapped columns and nothing else. There is
// no field for a number, a telephone or an address.
type listed struct {
	Name        string `json:"name"`
	Alias       string `json:"alias"`
	Affiliation string `json:"affiliation"`
	RoleGroup   string `json:"roleGroup"`
	Lang        string `json:"lang"`
}

// expectPeople keeps a list of people whom the desk then checks in with one
// tap. Who is on it already stays one person.
func (s *Server) expectPeople(w http.ResponseWriter, r *http.Request, v visitor) {
	var asked struct {
		People []listed `json:"people"`
	}
	if err := readJSON(w, r, largestList, &asked); err != nil {
		s.failJSON(w, r, err)
		return
	}
	answer, err := s.expected(context.WithoutCancel(r.Context()), v.room, asked.People)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, answer)
}

// taken says what became of a list.
type taken struct {
	Added   int `json:"added"`
	Known   int `json:"known"`   // on the list or in the room before
	Unnamed int `json:"unnamed"` // rows without name and alias, left out
}

func (s *Server) expected(ctx context.Context, rm *room.Room, people []listed) (taken, error) {
	var answer taken
	if len(people) > mostListed {
		return answer, errTooLarge
	}
	known, came, err := s.onList(ctx, rm, people)
	if err != nil {
		return answer, err
	}
	keep := map[string]vault.Profile{}
	for _, p := range people {
		key := p.key()
		person, twice := known[key]
		switch {
		case key == "":
			answer.Unnamed++
			continue
		case twice && person == "", !twice && came[p.nameKey()]: // in the room: they are who they say
			answer.Known++
			continue
		case twice:
			answer.Known++
		default:
			person = room.NewID(s.Random, "p")
			known[key] = person
			answer.Added++
		}
		keep[person] = p.profile()
	}
	return answer, rm.Expect(ctx, keep)
}

// onList checks a list against the workshop, and gives the ids of those who
// are expected already, "" for who has come since, and the names in the room.
func (s *Server) onList(ctx context.Context, rm *room.Room, people []listed) (known map[string]string, came map[string]bool, err error) {
	known, came = map[string]string{}, map[string]bool{}
	var refused error
	err = rm.Look(ctx, func(st *workshop.State) {
		for id, p := range st.Participants {
			if profile := rm.Profile(id); !p.Erased {
				came[listed{Name: profile.Name, Alias: profile.Alias}.nameKey()] = true
			}
		}
		for id, p := range rm.Expected() {
			key := listed{Name: p.Name, Alias: p.Alias, Affiliation: p.Affiliation}.key()
			if known[key] = id; st.Participants[id].ID != "" {
				known[key] = ""
			}
		}
		for _, p := range people {
			if p.key() == "" {
				continue // is left out, whatever else it says
			}
			if refused = p.check(st); refused != nil {
				return
			}
		}
	})
	return known, came, cmp.Or(err, refused)
}

func (p listed) check(st *workshop.State) error {
	for _, text := range []string{p.Name, p.Alias, p.Affiliation} {
		if utf8.RuneCountInString(text) > longestName {
			return &workshop.Refusal{Code: "text.too-long", Args: map[string]string{"limit": "120"}}
		}
	}
	switch {
	case !st.Closed.IsZero():
		return &workshop.Refusal{Code: "workshop.closed"}
	case p.RoleGroup == "":
		return &workshop.Refusal{Code: "list.no-role-group", Args: map[string]string{"who": cmp.Or(p.Name, p.Alias)}}
	}
	join := workshop.Join{Participant: "p_", RoleGroup: p.RoleGroup, Lang: p.Lang}
	_, err := join.Decide(st, workshop.Env{})
	return err
}

// key tells people apart, however their names are typed; "" for nobody.
func (p listed) key() string {
	if p.nameKey() == "\n" {
		return ""
	}
	return p.nameKey() + "\n" + plainName(p.Affiliation)
}

func (p listed) nameKey() string { return plainName(p.Name) + "\n" + plainName(p.Alias) }

func plainName(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(thai.Normalise(workshop.CleanName(s)))), " ")
}

func (p listed) profile() vault.Profile {
	return vault.Profile{
		Name: workshop.CleanName(p.Name), Alias: workshop.CleanName(p.Alias), Affiliation: workshop.CleanName(p.Affiliation),
		Expected: &vault.Expected{RoleGroup: p.RoleGroup, Lang: p.Lang},
	}
}

// forgetExpected erases one of the list who did not come, or all of them.
func (s *Server) forgetExpected(w http.ResponseWriter, r *http.Request, v visitor) {
	var asked struct {
		Person string `json:"person"` // "" for all
	}
	if err := readJSON(w, r, 4<<10, &asked); err != nil {
		s.failJSON(w, r, err)
		return
	}
	n, err := v.room.ForgetExpected(context.WithoutCancel(r.Context()), asked.Person)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]int{"forgotten": n})
}
