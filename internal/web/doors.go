package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/thai"
	"sala.example/internal/vault"
)

type doorsData struct {
	pageData
	Workshop     string
	Title        view.Text
	SignIn       string // address at which passphrases are asked for
	Doors        []doorData
	Participants int // devices on which one is signed in
	Speakers     []room.Speaker
	Erased       bool // a speaker was, just now
	Done         string
	DoneRole     string
	refusedDoor
}

// doorData is how one role comes in, and who has.
type doorData struct {
	Role       string
	URL        string
	QR         svg
	Passphrase bool
	Sessions   []doorSession
}

type doorSession struct {
	ID    string
	By    string
	Since string
	Used  string // to the hour
	Here  bool   // this browser's
}

// refusedDoor is a form that comes back to its author.
type refusedDoor struct {
	Error     string
	ErrorRole string
	Typed     string
}

// doors shows an organiser every role's link, passphrase and sessions.
func (s *Server) doors(w http.ResponseWriter, r *http.Request, v visitor) {
	s.showDoors(w, r, http.StatusOK, v, refusedDoor{})
}

func (s *Server) showDoors(w http.ResponseWriter, r *http.Request, status int, v visitor, refused refusedDoor) {
	d, err := s.doorsData(r, v)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	d.refusedDoor = refused
	s.page(w, r, status, "doors", d)
}

func (s *Server) doorsData(r *http.Request, v visitor) (doorsData, error) {
	base := s.address(r)
	d := doorsData{pageData: s.data(r), Workshop: v.room.ID(), SignIn: base + "/w/" + v.room.ID() + "/sign-in"}
	day, ok := shown[view.Day](v.room, "day")
	if !ok {
		return d, errUnavailable
	}
	d.Title, d.Path = day.Title, "/w/"+v.room.ID()+"/doors"
	if done, role := r.URL.Query().Get("done"), r.URL.Query().Get("role"); slices.Contains(doorsDone, done) && slices.Contains(access.StaffRoles(), role) {
		d.Done, d.DoneRole = done, role
	}
	links, err := s.StaffLinks(r.Context(), base, v.room.ID())
	if err != nil {
		return d, err
	}
	live, err := s.liveSessions(r.Context(), v.room.ID())
	if err != nil {
		return d, err
	}
	zone, err := time.LoadLocation(day.Zone)
	if err != nil {
		zone = time.UTC
	}
	for _, l := range links {
		door, err := s.Vault.Door(r.Context(), v.room.ID(), l.Role)
		if err != nil {
			return d, err
		}
		one := doorData{Role: l.Role, URL: l.URL, QR: svg(l.QR), Passphrase: door.Passphrase != ""}
		for _, o := range live[l.Role] {
			one.Sessions = append(one.Sessions, doorSession{
				ID: o.ID, By: cmp.Or(o.By, byLink), Here: o.ID == v.session.ID,
				Since: writtenTime(o.Created.In(zone), d.Lang), Used: writtenHour(o.Used.In(zone), s.Now().In(zone), d.Lang),
			})
		}
		d.Doors = append(d.Doors, one)
	}
	d.Participants = len(live[access.Participant])
	d.Erased = r.URL.Query().Get("done") == doneErased
	d.Speakers, err = v.room.Speakers(r.Context())
	return d, err
}

func writtenTime(at time.Time, lang string) string {
	return thai.Date(at, lang) + " " + thai.Clock(at, lang)
}

// writtenHour is the hour of at, without the day when that is today.
func writtenHour(at, now time.Time, lang string) string {
	hour := time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), 0, 0, 0, at.Location())
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return thai.Clock(hour, lang)
	}
	return writtenTime(hour, lang)
}

// liveSessions are the sessions of a workshop by role, the oldest first; each
// once, whatever tokens it has.
func (s *Server) liveSessions(ctx context.Context, workshopID string) (map[string][]vault.Session, error) {
	all, err := s.Vault.Sessions(ctx, workshopID)
	if err != nil {
		return nil, err
	}
	now, newest := s.Now(), map[string]vault.Session{}
	for _, o := range all {
		if now.Before(o.Expires) && !o.Used.Before(newest[o.ID].Used) {
			newest[o.ID] = o
		}
	}
	live := map[string][]vault.Session{}
	for _, o := range newest {
		live[o.Role] = append(live[o.Role], o)
	}
	for _, list := range live {
		slices.SortFunc(list, func(a, b vault.Session) int { return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID)) })
	}
	return live, nil
}
