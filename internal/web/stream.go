package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"sala.example/internal/room"
)

const (
	beatEvery    = 15 * time.Second
	writeWithin  = 20 * time.Second // a phone that takes longer has gone
	largestFrame = 16 << 10         // bigger topics are fetched
)

// stream sends the topics that the viewer may see, each as often as it
// changes, and a heartbeat with the server's clock.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	since, _ := strconv.ParseUint(lastSeen(r), 10, 64) // nothing seen: everything is sent
	sub := v.room.Subscribe(v.class, since)
	defer sub.Close()

	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	out := &sseWriter{w: w, c: http.NewResponseController(w)}
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	if out.send(s.beat()) != nil {
		return
	}
	for {
		select {
		case <-sub.Wake():
			topics, open := sub.Take()
			if len(topics) > 0 && out.send(frames(topics)) != nil {
				return
			}
			s.Metrics.Frames.Add(float64(len(topics)))
			if !open {
				return
			}
		case <-beat.C:
			if !s.stillIn(r, v) || out.send(s.beat()) != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}

// stillIn says that the session behind an open stream was not ended meanwhile:
// somebody who was erased or signed out sees nothing more.
func (s *Server) stillIn(r *http.Request, v visitor) bool {
	_, ok, err := s.session(r, v.room.ID(), v.actor.Role)
	return ok || err != nil // a disk in trouble is no reason to send people away
}

// lastSeen is the event that a reconnecting browser saw last.
func lastSeen(r *http.Request) string {
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		return id
	}
	return r.URL.Query().Get("since")
}

type sseWriter struct {
	w http.ResponseWriter
	c *http.ResponseController
}

func (o *sseWriter) send(frame []byte) error {
	if err := o.c.SetWriteDeadline(time.Now().Add(writeWithin)); err != nil {
		return err
	}
	if _, err := o.w.Write(frame); err != nil {
		return err
	}
	return o.c.Flush()
}

func (s *Server) beat() []byte {
	return fmt.Appendf(nil, "event: beat\ndata: {\"now\":%d}\n\n", s.Now().UnixMilli())
}

// frames are topics as the stream carries them. Only the last one says up to
// which event everything has now been seen: a connection that breaks in between
// begins again before the first.
func frames(topics []*room.Topic) []byte {
	var b bytes.Buffer
	var seen uint64
	for i, t := range topics {
		seen = max(seen, t.Rev)
		if i == len(topics)-1 {
			fmt.Fprintf(&b, "id: %d\n", seen)
		}
		writeFrame(&b, t)
	}
	return b.Bytes()
}

// writeFrame writes one topic; a large one is only announced.
func writeFrame(b *bytes.Buffer, t *room.Topic) {
	fmt.Fprintf(b, "event: topic\ndata: {\"topic\":%q,\"rev\":%d,", t.Name, t.Rev)
	if len(t.Body) > largestFrame {
		b.WriteString(`"fetch":true`)
	} else {
		b.WriteString(`"state":`)
		b.Write(t.Body)
	}
	b.WriteString("}\n\n")
}

// topic serves one topic whole.
func (s *Server) topic(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	t, ok := v.room.Topic(v.class, r.PathValue("topic"))
	if !ok {
		s.failJSON(w, r, errDenied)
		return
	}
	tag := strconv.Quote(t.Tag)
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", "application/json; charset=utf-8")
	writePacked(w, r, http.StatusOK, t.Body)
}

// me serves a person's own view.
func (s *Server) me(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	me, err := v.room.Me(r.Context(), v.actor, s.language(r))
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	data, err := json.Marshal(me)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(data)
}
