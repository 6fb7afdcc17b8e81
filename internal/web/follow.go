package web

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

type followData struct {
	pageData
	Token  string
	Title  view.Text
	Action view.Action
	Saved  bool
	wrongForm
}

func (s *Server) followToken(workshopID, action string) string {
	return base64.RawURLEncoding.EncodeToString(s.Vault.Derive("follow link", workshopID+" "+action)[:16])
}

// putFollowLink makes the follow-up link of an action work and gives its address.
func (s *Server) putFollowLink(ctx context.Context, base, workshopID, action string) (string, error) {
	token := s.followToken(workshopID, action)
	link := vault.Link{Workshop: workshopID, Role: access.Owner, Purpose: purposeFollow, Target: action, Expires: s.Now().Add(followLife)}
	if err := s.Vault.PutLink(ctx, room.HashToken(token), link); err != nil {
		return "", fmt.Errorf("keep follow-up link: %w", err)
	}
	return base + "/f/" + token, nil
}

// followForm shows one action to whoever holds its link.
func (s *Server) followForm(w http.ResponseWriter, r *http.Request) {
	_, d, err := s.followed(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	s.page(w, r, http.StatusOK, "follow", d)
}

// follow takes the news of an action.
func (s *Server) follow(w http.ResponseWriter, r *http.Request) {
	rm, d, err := s.followed(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	reported, note := r.PostFormValue("status"), strings.ReplaceAll(r.PostFormValue("note"), "\r\n", "\n") // a form's line end counts as one character
	cmd := &workshop.ReportAction{Action: d.Action.ID, Status: reported, Note: workshop.Say(note)}
	status := http.StatusOK
	if _, err := rm.Do(r.Context(), access.OwnerOf(d.Action.ID), "", cmd); err != nil {
		p := s.problemOf(r, err)
		p.setHeader(w.Header())
		status, d.wrongForm = p.status, wrongReport(p, s.language(r))
		d.Action.Status, d.Action.Note = reported, note
	} else {
		_, fresh, err := s.followed(r)
		if err != nil {
			s.failPage(w, r, err)
			return
		}
		d, d.Saved = fresh, true
	}
	s.page(w, r, status, "follow", d)
}

// wrongReport is what the owner reads of a problem, and at which field.
func wrongReport(p *problem, lang string) wrongForm {
	w := wrongForm{Error: p.message(lang)}
	switch p.code {
	case "action.unknown-status":
		w.Field, w.Error = "status", locale.Say(lang, "common.choice-needed")
	case "text.too-long":
		w.Field = "note"
	}
	return w
}

// followed finds the action that a link is for.
func (s *Server) followed(r *http.Request) (*room.Room, followData, error) {
	d := followData{pageData: s.data(r), Token: r.PathValue("token")}
	link, err := s.findLink(r, purposeFollow)
	if err != nil {
		return nil, d, err
	}
	rm, err := s.House.Room(r.Context(), link.Workshop)
	if err != nil {
		return nil, d, err
	}
	groups, ok := shown[view.Groups](rm, "groups")
	day, okDay := shown[view.Day](rm, "day")
	if !ok || !okDay {
		return nil, d, errUnavailable
	}
	i := slices.IndexFunc(groups.Actions, func(a view.Action) bool { return a.ID == link.Target })
	if i < 0 {
		return nil, d, errLinkExpired
	}
	d.Action, d.Title = groups.Actions[i], day.Title
	return rm, d, nil
}

// shown is a topic as the room sees it.
func shown[V any](rm *room.Room, name string) (v V, ok bool) {
	t, ok := rm.Topic(access.InRoom, name)
	if !ok {
		return v, false
	}
	v, ok = t.View.(V)
	return v, ok
}
