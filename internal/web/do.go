package web

import (
	"io"
	"net/http"

	"sala.example/internal/room"
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
	writeJSON(w, http.StatusOK, map[string]any{"seq": receipt.Seq, "rev": receipt.Seq})
}

func (s *Server) carryOut(w http.ResponseWriter, r *http.Request) (room.Receipt, error) {
	v, err := s.visitor(r)
	if err != nil {
		return room.Receipt{}, err
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, largestCommand))
	if err != nil {
		return room.Receipt{}, err
	}
	if len(body) == 0 {
		body = []byte("{}")
	}
	cmd, err := workshop.DecodeCommand(r.PathValue("command"), body)
	if err != nil {
		return room.Receipt{}, err
	}
	key := r.Header.Get("Idempotency-Key")
	if len(key) > 200 {
		return room.Receipt{}, errBadRequest
	}
	if key != "" {
		key = v.actor.ID + " " + key // nobody can answer for another's key
	}
	return v.room.Do(r.Context(), v.actor, key, cmd)
}
