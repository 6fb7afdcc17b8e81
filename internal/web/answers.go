package web

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"

	"sala.example/internal/locale"
	"sala.example/internal/report"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// problem is an answer that says no, in the reader's language.
type problem struct {
	status int
	code   string
	args   map[string]string
	retry  bool // it may work soon
}

// retryAfter is how many seconds a program that asks should wait.
const retryAfter = "5"

func (p *problem) Error() string { return p.code }

// The ways in which the web itself says no; what a workshop refuses has codes
// of its own.
var (
	errNotFound    = &problem{status: http.StatusNotFound, code: "web.not-found"}
	errWrongCode   = &problem{status: http.StatusNotFound, code: "web.wrong-code"}
	errLinkExpired = &problem{status: http.StatusGone, code: "web.link-expired"}
	errSessionGone = &problem{status: http.StatusUnauthorized, code: "web.session-gone"}
	errDenied      = &problem{status: http.StatusForbidden, code: "access.denied"}
	errTooFast     = &problem{status: http.StatusTooManyRequests, code: "web.too-fast", retry: true} // a phone keeps it
	errTooLarge    = &problem{status: http.StatusRequestEntityTooLarge, code: "web.too-large"}
	errBadRequest  = &problem{status: http.StatusBadRequest, code: "web.bad-request"}
	errUnavailable = &problem{status: http.StatusServiceUnavailable, code: "web.unavailable"}
	errDamaged     = &problem{status: http.StatusServiceUnavailable, code: "web.damaged"} // 503: a phone keeps what it has to send

	// Nothing can be written to the disk. A command waits in its phone's outbox;
	// whatever else was sent has to be sent again by hand.
	errCannotSave     = &problem{status: http.StatusServiceUnavailable, code: "web.cannot-save", retry: true}
	errCannotSaveForm = &problem{status: http.StatusServiceUnavailable, code: "web.cannot-save-form", retry: true}
)

// problemOf sorts any error into an answer; what people cannot act on is only
// logged.
func (s *Server) problemOf(r *http.Request, err error) *problem {
	var p *problem
	var refusal *workshop.Refusal
	var tooLarge *http.MaxBytesError
	var damaged *room.Damaged
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &damaged): // the log has it
		return errDamaged
	case errors.As(err, &refusal):
		status := http.StatusUnprocessableEntity
		if refusal.Code == "access.denied" {
			status = http.StatusForbidden
		}
		return &problem{status: status, code: refusal.Code, args: refusal.Args}
	case errors.As(err, &tooLarge):
		return errTooLarge
	case errors.Is(err, vault.ErrErased): // in another tab, meanwhile
		return errSessionGone
	case errors.Is(err, room.ErrNoRoom), errors.Is(err, report.ErrNoSuchPaper):
		return errNotFound
	case errors.Is(err, room.ErrClosed):
		return errUnavailable
	case errors.Is(err, room.ErrUnavailable), vault.Unwritable(err):
		s.Log.Warn("nothing can be saved", "route", r.Pattern, "error", err)
		if r.PathValue("command") == "" {
			return errCannotSaveForm
		}
		return errCannotSave
	}
	if vault.Damaged(err) {
		s.Log.Error("the vault is damaged: restore the last backup", "route", r.Pattern, "error", err)
		return errDamaged
	}
	if r.Context().Err() == nil { // else nobody waits for the answer
		s.Log.Error("request failed", "route", r.Pattern, "error", err)
	}
	return errUnavailable
}

// message is the sentence of a problem in lang. What is called otherwise there
// stands beside the argument, as "group.th" beside "group".
func (p *problem) message(lang string) string {
	var args []string
	for name, value := range p.args {
		if name == "lang" {
			value = locale.Say(lang, "common.language."+value)
		}
		if own, named := p.args[name+"."+lang]; named {
			value = own
		}
		args = append(args, name, value)
	}
	return locale.Say(lang, "refusal."+p.code, args...)
}

func (p *problem) setHeader(h http.Header) {
	if p.retry {
		h.Set("Retry-After", retryAfter)
	}
}

// failJSON answers a page's script.
func (s *Server) failJSON(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problemOf(r, err)
	p.setHeader(w.Header())
	writeJSON(w, p.status, map[string]any{"error": map[string]any{
		"code": p.code, "message": p.message(s.language(r)), "args": p.args,
	}})
}

// failPage answers a person.
func (s *Server) failPage(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problemOf(r, err)
	p.setHeader(w.Header())
	lang := s.language(r)
	s.page(w, r, p.status, "message", messageData{
		pageData: s.data(r), Heading: locale.Say(lang, "common.problem"), Text: p.message(lang),
		Link: "/", LinkText: locale.Say(lang, "common.to-start"), SignIn: signInAddress(r, p),
	})
}

type messageData struct {
	pageData
	Heading, Text, Link, LinkText string
	SignIn                        string // where the staff sign in; "" where that is no help
}

func (s *Server) notFound(w http.ResponseWriter, r *http.Request) { s.failPage(w, r, errNotFound) }

func writeJSON(w http.ResponseWriter, status int, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, `{"error":{"code":"web.unavailable"}}`, http.StatusInternalServerError)
		return
	}
	sendJSON(w, status, data)
}

// jsonHeaders are those of every answer to a script.
var jsonHeaders = http.Header{
	"Content-Type":  {"application/json; charset=utf-8"},
	"Cache-Control": {"no-store"},
}

func sendJSON(w http.ResponseWriter, status int, data []byte) {
	maps.Copy(w.Header(), jsonHeaders)
	w.WriteHeader(status)
	_, _ = w.Write(data) // the reader is gone if this fails
}

// readJSON reads a small body; unknown fields are an error.
func readJSON(w http.ResponseWriter, r *http.Request, limit int64, into any) error {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, limit))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return errTooLarge
		}
		return errBadRequest
	}
	if _, err := d.Token(); err != io.EOF {
		return errBadRequest
	}
	return nil
}
