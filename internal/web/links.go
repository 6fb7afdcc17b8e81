package web

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
)

// What a link in the vault is for.
const (
	purposeStaff  = "staff"  // opens a role
	purposeSeat   = "seat"   // a walk-in carries on on a phone
	purposeSetup  = "setup"  // the installation's organiser
	purposeFollow = "follow" // one action's way forward
)

// How long links work.
const (
	staffLife  = 60 * 24 * time.Hour
	seatLife   = 24 * time.Hour
	seatTaken  = 15 * time.Minute // after it was first used
	followLife = 2 * 365 * 24 * time.Hour
)

// homeOf is the page of a role, below the workshop's.
var homeOf = map[string]string{
	access.Organiser: "/chair", access.Chair: "/chair", access.Rapporteur: "/texts", access.Interpreter: "/texts",
	access.Desk: "/desk", access.Screen: "/screen", access.Participant: "",
}

// RoleLink is the address that opens a role.
type RoleLink struct {
	Role string
	URL  string
	QR   string // SVG
}

// firstToken is the secret of the link that a role is made with. It follows from
// the installation's key, so that it can be shown again; the vault holds only
// its hash.
func (s *Server) firstToken(workshopID, role string) string {
	return base64.RawURLEncoding.EncodeToString(s.Vault.Derive("staff link", workshopID+" "+role)[:16])
}

// staffToken is the secret of a role's link as it is now; see renewLink.
func (s *Server) staffToken(ctx context.Context, workshopID, role string) (string, error) {
	door, err := s.Vault.Door(ctx, workshopID, role)
	return cmp.Or(door.Link, s.firstToken(workshopID, role)), err
}

// PutStaffLinks makes the links of every role work.
func (s *Server) PutStaffLinks(ctx context.Context, workshopID string) error {
	for _, role := range access.StaffRoles() {
		link := vault.Link{Workshop: workshopID, Role: role, Purpose: purposeStaff, Expires: s.Now().Add(staffLife)}
		if err := s.Vault.PutLink(ctx, room.HashToken(s.firstToken(workshopID, role)), link); err != nil {
			return fmt.Errorf("keep link of %s: %w", role, err)
		}
	}
	return nil
}

// StaffLinks gives the address of every role, below base.
func (s *Server) StaffLinks(ctx context.Context, base, workshopID string) ([]RoleLink, error) {
	var links []RoleLink
	for _, role := range access.StaffRoles() {
		token, err := s.staffToken(ctx, workshopID, role)
		if err != nil {
			return nil, err
		}
		l := RoleLink{Role: role, URL: base + "/s/" + token}
		if l.QR, err = qrSVG(l.URL); err != nil {
			return nil, err
		}
		links = append(links, l)
	}
	return links, nil
}

// SetupLink is the address at which an organiser of this installation begins.
func (s *Server) SetupLink(ctx context.Context, base string) (string, error) {
	door, err := s.Vault.Door(ctx, "", access.Organiser)
	if err != nil {
		return "", fmt.Errorf("read setup link: %w", err)
	}
	token := cmp.Or(door.Link, base64.RawURLEncoding.EncodeToString(s.Vault.Derive("setup link", "")[:16]))
	if err := s.Vault.PutLink(ctx, room.HashToken(token), s.setupLink()); err != nil {
		return "", fmt.Errorf("keep setup link: %w", err)
	}
	return base + "/s/" + token, nil
}

func (s *Server) setupLink() vault.Link {
	return vault.Link{Role: access.Organiser, Purpose: purposeSetup, Expires: s.Now().Add(staffLife)}
}

// RenewSetupLink makes the setup link anew. The one before stops working, and
// whoever came in by it can set up no further workshop.
func (s *Server) RenewSetupLink(ctx context.Context) error {
	token, err := newToken()
	if err != nil {
		return err
	}
	all := func(vault.Session) bool { return true }
	if err := s.Vault.RenewLink(ctx, token, room.HashToken(token), s.setupLink(), all); err != nil {
		return fmt.Errorf("renew setup link: %w", err)
	}
	s.signedOut("", all)
	return nil
}

// staffLink opens a session and goes on without the secret in the address.
func (s *Server) staffLink(w http.ResponseWriter, r *http.Request) {
	link, err := s.findLink(r, purposeStaff, purposeSeat, purposeSetup)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	session := vault.Session{Workshop: link.Workshop, Person: link.Target, Role: link.Role, Lang: s.language(r), By: byLink}
	if link.Purpose == purposeSeat {
		session.By = bySeat
	}
	if session.Person == "" {
		session.Person = room.NewID(s.Random, "u")
	}
	if err := s.openSession(w, r, session, s.throughLink(r.PathValue("token"))); err != nil {
		s.failPage(w, r, err)
		return
	}
	if err := s.takeSeat(r.Context(), r.PathValue("token"), link); err != nil {
		s.failPage(w, r, err)
		return
	}
	if link.Purpose == purposeSetup {
		http.Redirect(w, r, "/new", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/w/"+link.Workshop+homeOf[link.Role], http.StatusSeeOther)
}

// takeSeat ends a seat's link a while after it was first used: whoever took a
// picture of the desk's screen would come in as the same person. It lasts so
// long because a camera opens a link in a browser of its own, or a messenger
// looks at it, before its owner does.
func (s *Server) takeSeat(ctx context.Context, token string, link vault.Link) error {
	until := s.Now().Add(seatTaken)
	if link.Purpose != purposeSeat || link.Expires.Before(until) {
		return nil
	}
	link.Expires = until
	if err := s.Vault.PutLink(context.WithoutCancel(ctx), room.HashToken(token), link); err != nil {
		return fmt.Errorf("end a seat's link: %w", err)
	}
	return nil
}

// throughLink keeps a session only if the link has not been withdrawn meanwhile.
func (s *Server) throughLink(token string) keepSession {
	return func(ctx context.Context, tokenHash string, v vault.Session) error {
		return s.Vault.EnterByLink(ctx, tokenHash, v, room.HashToken(token))
	}
}

// findLink looks a link up. Its secret has 128 bits: nobody guesses one, so an
// old link that somebody opens again and again holds up no one who has a code.
func (s *Server) findLink(r *http.Request, purposes ...string) (vault.Link, error) {
	link, ok, err := s.Vault.Link(r.Context(), room.HashToken(r.PathValue("token")))
	if err != nil {
		return link, fmt.Errorf("read link: %w", err)
	}
	for _, purpose := range purposes {
		if ok && link.Purpose == purpose && s.Now().Before(link.Expires) {
			return link, nil
		}
	}
	return vault.Link{}, errLinkExpired
}

type linksData struct {
	pageData
	Workshop string
	Title    map[string]string
	Code     string
	JoinURL  string
	JoinQR   svg
	Roles    []roleLinkData
	Doors    bool // may change how each role comes in
	Follow   []followLinkData
}

// followLinkData is the link that one action's owner gets.
type followLinkData struct {
	Action view.Action
	URL    string
}

type roleLinkData struct {
	Role string
	URL  string
	QR   svg
}

// links shows an organiser or chair the link and QR of every role.
func (s *Server) links(w http.ResponseWriter, r *http.Request, v visitor) {
	base := s.address(r)
	links, err := s.StaffLinks(r.Context(), base, v.room.ID())
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	joinURL := base + "/j/" + v.room.Code()
	joinQR, err := qrSVG(joinURL)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	day, ok := shown[view.Day](v.room, "day")
	if !ok {
		s.failPage(w, r, errUnavailable)
		return
	}
	d := linksData{Title: day.Title, pageData: s.data(r), Workshop: v.room.ID(), Code: v.room.Code(), JoinURL: joinURL, JoinQR: svg(joinQR)}
	d.Doors = v.actor.Role == access.Organiser
	for _, l := range links {
		if v.actor.Role == access.Chair && l.Role == access.Organiser {
			continue // a chair does not hand out more than they have
		}
		d.Roles = append(d.Roles, roleLinkData{Role: l.Role, URL: l.URL, QR: svg(l.QR)})
	}
	if d.Follow, err = s.followLinks(r, v.room, base); err != nil {
		s.failPage(w, r, err)
		return
	}
	s.page(w, r, http.StatusOK, "links", d)
}

// followLinks are the way forward: a link for each action of the plan, once
// the workshop has closed.
func (s *Server) followLinks(r *http.Request, rm *room.Room, base string) ([]followLinkData, error) {
	day, _ := shown[view.Day](rm, "day")
	groups, ok := shown[view.Groups](rm, "groups")
	if !ok || !day.Closed {
		return nil, nil
	}
	var links []followLinkData
	for _, a := range groups.Actions {
		if a.Recommendation == "" {
			continue
		}
		address, err := s.putFollowLink(r.Context(), base, rm.ID(), a.ID)
		if err != nil {
			return nil, err
		}
		links = append(links, followLinkData{Action: a, URL: address})
	}
	return links, nil
}
