package main

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// listener is one open live stream.
type listener struct {
	*conn
	got func(topic []byte, at time.Time) // a topic's frame is there
}

// listen opens a live stream and returns when its first frame is there.
func listen(address string, req []byte, got func(topic []byte, at time.Time)) (*listener, error) {
	c, err := dial(address)
	if err != nil {
		return nil, err
	}
	l := &listener{conn: c, got: got}
	if err := l.open(req); err != nil {
		return nil, errors.Join(fmt.Errorf("open stream: %w", err), c.Close())
	}
	return l, nil
}

func (l *listener) open(req []byte) error {
	if err := l.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if _, err := l.Write(req); err != nil {
		return err
	}
	r, _, err := l.head()
	if err != nil {
		return err
	}
	if r.status != 200 {
		return fmt.Errorf("status %d", r.status)
	}
	for { // up to the end of the first frame
		part, err := l.in.ReadSlice('\n')
		if err != nil {
			return err
		}
		if len(part) == 1 {
			return l.SetDeadline(time.Time{})
		}
	}
}

var (
	topicLine = []byte(`data: {"topic":"`)
	quote     = []byte(`"`)
)

// follow reads the stream until it ends, and tells of each topic's frame when
// its last byte is there. A line of one byte ends a frame; the lines of the
// chunked encoding end with two.
func (l *listener) follow() error {
	var topic [32]byte
	var name []byte
	whole := true // the line began in this part
	for {
		part, err := l.in.ReadSlice('\n')
		if err != nil && len(part) < l.in.Size() {
			return err
		}
		switch rest, ok := bytes.CutPrefix(part, topicLine); {
		case whole && ok:
			found, _, _ := bytes.Cut(rest, quote)
			name = topic[:copy(topic[:], found)]
		case whole && len(part) == 1 && name != nil:
			l.got(name, time.Now())
			name = nil
		}
		whole = err == nil
	}
}
