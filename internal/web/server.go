// Package web is Sala's face: pages, commands and the live stream over plain
// HTTP. routes.go lists everything there is; each page or command has a short
// file of its own; answers.go is the one place where answers are made.
package web

import (
	"crypto/rand"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"strings"
	"time"

	"sala.example/internal/metrics"
	"sala.example/internal/report"
	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// Server answers browsers for one installation.
type Server struct {
	House  *room.House
	Vault  *vault.Vault
	Report *report.Shelf // finished reports
	Now    func() time.Time
	Random io.Reader
	Log    *slog.Logger
	// Metrics counts frames; nil: counted, and never asked for.
	Metrics *metrics.Metrics
	// Ready says why the installation cannot take commands now; nil when it can.
	Ready func() error
	// Address is what people type to get here, such as "192.168.1.7:8080".
	Address func() string
	// Secure marks cookies for https; set behind a proxy that speaks it.
	Secure bool
	// WriteWithin is how long a live stream waits for a phone that takes nothing
	// in before it is cut off; 0: 20 s.
	WriteWithin time.Duration
	// Pace is how many questions, cards and other things a participant may send
	// at once, ratings and votes apart; then one a second. 0: as fast as they like.
	Pace int
	// Reading is told when a document is read, which can take much memory, and
	// when that is over; nil: nobody is.
	Reading func(on bool)

	pages     *pages
	assets    *assetServer
	tries     *tries // of codes and links
	signIns   *signIns
	sessions  *sessions
	streams   *streams
	once      *once
	pace      *pace
	documents *documents
}

// Handler checks what is missing and returns the whole site.
func (s *Server) Handler() (http.Handler, error) {
	if s.Now == nil {
		s.Now = time.Now
	}
	if s.Random == nil {
		s.Random = rand.Reader
	}
	if s.Log == nil {
		s.Log = slog.Default()
	}
	if s.Metrics == nil {
		s.Metrics = metrics.New()
	}
	if s.Ready == nil {
		s.Ready = func() error { return nil }
	}
	if s.Reading == nil {
		s.Reading = func(bool) {}
	}
	if s.WriteWithin == 0 {
		s.WriteWithin = writeWithin
	}
	var err error
	if s.assets, err = newAssets(); err != nil {
		return nil, err
	}
	if s.pages, err = parsePages(s.assets); err != nil {
		return nil, err
	}
	s.tries = newTries(s.Now, mostCodes)
	s.signIns = newSignIns(s.Now)
	s.streams = newStreams()
	s.once = newOnce(s.Now)
	s.pace = newPace(s.Now, s.Pace)
	s.sessions = newSessions(s)
	s.documents = newDocuments(s.Reading)
	guard := http.NewCrossOriginProtection()
	return recovering(s.Log, secured(guard.Handler(s.routes()))), nil
}

// securityHeaders are those that every answer carries.
var securityHeaders = http.Header{
	"Content-Security-Policy": {"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"},
	"Referrer-Policy":         {"no-referrer"},
	"X-Content-Type-Options":  {"nosniff"},
	"Permissions-Policy":      {"geolocation=(), camera=()"},
}

// secured sets the headers that every answer carries, and bounds how long a
// body may take.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), securityHeaders)
		if readAsForm(r) && r.URL.Path != "/new/read" { // the others have limits of their own
			r.Body = http.MaxBytesReader(w, r.Body, largestForm)
		}
		if r.ContentLength != 0 {
			within := bodyWithin
			if r.URL.Path == "/new/read" {
				within = noteWithin
			}
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(within)) // not every connection can
		}
		next.ServeHTTP(w, r)
	})
}

// readAsForm says whether the body would be read as a form, in either way: one of
// several parts would be put on the disk where it is large.
func readAsForm(r *http.Request) bool {
	kind := strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Type")))
	return strings.HasPrefix(kind, "application/x-www-form-urlencoded") || strings.HasPrefix(kind, "multipart/")
}

// How long a body may take to arrive. A note can be large and the Wi-Fi slow.
const (
	bodyWithin = 30 * time.Second
	noteWithin = 5 * time.Minute
)

// largestForm is more than any form here can hold.
const largestForm = 64 << 10

// recovering turns a bug into a 500 and a line in the log.
func recovering(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				if v == http.ErrAbortHandler {
					panic(v)
				}
				log.Error("handler failed", "route", r.Pattern, "panic", v)
				http.Error(w, "Something went wrong here. Nothing you typed is lost; try again.", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
