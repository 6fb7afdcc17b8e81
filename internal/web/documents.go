package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"

	"sala.example/internal/note"
)

// documents lets one document be understood at a time. One that was made to be
// large inside takes much memory for a second, and the collector is told of it.
type documents struct {
	turn chan struct{}
	told func(reading bool)
}

func newDocuments(told func(reading bool)) *documents {
	return &documents{turn: make(chan struct{}, 1), told: told}
}

// understand waits for its turn, at most as long as the request lives.
func (d *documents) understand(r *http.Request, do func() error) error {
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
	case <-r.Context().Done():
		return fmt.Errorf("wait for another document: %w", r.Context().Err())
	}
	d.told(true)
	defer d.told(false)
	return do()
}

// receive takes a document in, which can last on a slow Wi-Fi, before its turn.
// What is one byte too long is refused by who reads it.
func receive(r *http.Request) (io.Reader, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, note.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("receive a document: %w", err)
	}
	return bytes.NewReader(body), nil
}
