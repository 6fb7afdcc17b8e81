package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"sala.example/internal/room"
	"sala.example/internal/vault"
)

const (
	beatEvery   = 15 * time.Second
	writeWithin = 20 * time.Second // a phone that takes longer has gone; see Server.WriteWithin
	writeBuffer = 32 << 10         // bytes on their way to one phone
)

// stream sends the topics that the viewer may see, each as often as it
// changes, and a heartbeat with the server's clock.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	if r.Method == http.MethodHead {
		w.Header().Set("Content-Type", "text/event-stream")
		return
	}
	since, _ := strconv.ParseUint(lastSeen(r), 10, 64) // nothing seen: everything is sent
	f := &feed{server: s, sub: v.room.Subscribe(v.class, since), token: v.token, session: v.session, ended: make(chan struct{})}
	s.streams.add(f)
	if !f.stillIn() { // signed out between the two
		f.leave()
		s.failJSON(w, r, errSessionGone)
		return
	}
	if out := takeOver(w, r, s.WriteWithin); out != nil {
		f.out = out
		go f.run(context.Background().Done()) // the handler's memory is free again
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	f.out = &answerSink{w: w, c: http.NewResponseController(w), within: s.WriteWithin}
	f.run(r.Context().Done())
}

// lastSeen is the event that a reconnecting browser saw last.
func lastSeen(r *http.Request) string {
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		return id
	}
	return r.URL.Query().Get("since")
}

// feed is one open stream.
type feed struct {
	server *Server
	sub    *room.Subscription
	token  string // the session it stands on
	out    sink

	session vault.Session
	ended   chan struct{} // closed when the session was
}

// leave takes the stream off every list.
func (f *feed) leave() {
	f.server.streams.remove(f)
	f.sub.Close()
}

// sink takes what a stream sends. An error means that nobody is there.
type sink interface {
	send(parts ...[]byte) error
	close()
}

// run sends until the viewer is gone, signed out, or the room closes.
func (f *feed) run(gone <-chan struct{}) {
	defer f.out.close()
	defer f.leave()
	defer func() {
		if v := recover(); v != nil { // one stream's fault is not everybody's
			f.server.Log.Error("stream failed", "panic", v)
		}
	}()
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	if f.out.send(f.beat()) != nil {
		return
	}
	for {
		select {
		case <-f.sub.Wake():
			topics, open := f.sub.Take()
			if f.over() {
				return
			}
			if len(topics) > 0 && f.out.send(frames(topics)...) != nil {
				return
			}
			f.server.Metrics.Frames.Add(float64(len(topics)))
			if !open {
				return
			}
		case <-beat.C:
			if !f.stillIn() || f.out.send(f.beat()) != nil {
				return
			}
		case <-gone:
			return
		case <-f.ended:
			return
		}
	}
}

// over says that the session was ended here.
func (f *feed) over() bool {
	select {
	case <-f.ended:
		return true
	default:
		return false
	}
}

// stillIn says that the session was not ended meanwhile: somebody who was
// erased or signed out sees nothing more.
func (f *feed) stillIn() bool {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, ok, err := f.server.sessions.find(ctx, f.token)
	return ok || err != nil // a disk in trouble is no reason to send people away
}

func (f *feed) beat() []byte {
	return fmt.Appendf(nil, "event: beat\ndata: {\"now\":%d}\n\n", f.server.Now().UnixMilli())
}

// frames are topics as the stream carries them. Only the last one says up to
// which event everything has now been seen: a connection that breaks in between
// begins again before the first.
func frames(topics []*room.Topic) [][]byte {
	parts := make([][]byte, 0, len(topics)+1)
	var seen uint64
	for i, t := range topics {
		seen = max(seen, t.Rev)
		if i == len(topics)-1 {
			parts = append(parts, fmt.Appendf(nil, "id: %d\n", seen))
		}
		parts = append(parts, t.Frame)
	}
	return parts
}

// takeOver takes the connection away from the HTTP server, whose buffers and
// stacks cost more than everything else of a stream. It returns nil where that
// cannot be done (HTTP/2); the stream then goes on as an answer.
func takeOver(w http.ResponseWriter, r *http.Request, within time.Duration) sink {
	if r.ProtoMajor != 1 {
		return nil
	}
	conn, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return nil
	}
	head := "HTTP/1.1 200 OK\r\n"
	for name, values := range w.Header() {
		head += name + ": " + values[0] + "\r\n"
	}
	head += "Date: " + time.Now().UTC().Format(http.TimeFormat) +
		"\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n"
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(writeBuffer) // what a phone that stops reading costs the kernel; a hint
	}
	out := &connSink{conn: conn, within: within}
	if buffered.Writer.Buffered() > 0 || out.send([]byte(head)) != nil {
		_ = conn.Close()
	}
	return out
}

// connSink writes to a connection that was taken over.
type connSink struct {
	conn   net.Conn
	within time.Duration // a write may take
}

func (o *connSink) send(parts ...[]byte) error {
	if err := o.conn.SetDeadline(time.Now().Add(o.within)); err != nil {
		return err
	}
	buffers := net.Buffers(parts)
	_, err := buffers.WriteTo(o.conn)
	return err
}

func (o *connSink) close() { _ = o.conn.Close() }

// answerSink writes an ordinary answer.
type answerSink struct {
	w      http.ResponseWriter
	c      *http.ResponseController
	within time.Duration
}

func (o *answerSink) send(parts ...[]byte) error {
	if err := o.c.SetWriteDeadline(time.Now().Add(o.within)); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := o.w.Write(p); err != nil {
			return err
		}
	}
	return o.c.Flush()
}

func (*answerSink) close() {}
