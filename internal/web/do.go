package web

import (
	"context"
	"errors"
	"io"
	"net/http"

	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// largestCommand is more than any text that a command may carry.
const largestCommand = 256 << 10

// do carries out a command: POST /w/{id}/do/{command}, its fields as JSON, an
// Idempotency-Key that stays the same when it is sent again.
func (s *Server) do(w http.ResponseWriter, r *http.Request) {
	receipt, err := s.carryOut(w, r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	sendJSON(w, http.StatusOK, receipt.JSON())
}

func (s *Server) carryOut(w http.ResponseWriter, r *http.Request) (room.Receipt, error) {
	v, err := s.visitor(r)
	if err != nil {
		return room.Receipt{}, err
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, largestCommand))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return room.Receipt{}, errTooLarge
	case errors.Is(err, errSessionGone): // signed out meanwhile
		return room.Receipt{}, errSessionGone
	case err != nil: // the phone lost its connection half way
		return room.Receipt{}, errBadRequest
	}
	if len(body) == 0 {
		body = []byte("{}")
	}
	cmd, err := workshop.DecodeCommand(r.PathValue("command"), body)
	if err != nil {
		return room.Receipt{}, err
	}
	key := r.Header.Get("Idempotency-Key")
	if len(key) > longestKey {
		return room.Receipt{}, errBadRequest
	}
	if key != "" {
		key = v.actor.ID + " " + key // nobody can answer for another's key
	}
	if !s.pace.allows(v.actor, cmd) {
		return room.Receipt{}, errTooFast
	}
	receipt, err := v.room.Do(r.Context(), v.actor, key, cmd)
	if c, erased := cmd.(*workshop.EraseParticipant); erased {
		s.signedOut(v.room.ID(), func(o vault.Session) bool { return o.Person == c.Participant })
	}
	if _, closing := cmd.(*workshop.CloseWorkshop); closing && err == nil {
		s.prepareReport(v.room)
	}
	return receipt, err
}

// prepareReport begins to write the papers as soon as the workshop closes, so
// that they are there when people ask.
func (s *Server) prepareReport(rm *room.Room) {
	ctx := context.Background()
	src, err := s.Source(ctx, rm)
	if err != nil {
		s.Log.Error("report not prepared", "workshop", rm.ID(), "error", err)
		return
	}
	s.Report.Prepare(ctx, src)
}
