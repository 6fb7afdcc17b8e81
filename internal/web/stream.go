package web

import (
	"context"
	"net"
	"net/http"
	"time"

	"sala.example/internal/room"
)

const (
	beatEvery   = 15 * time.Second
	writeWithin = 20 * time.Second // a phone that takes longer has gone; see Server.WriteWithin
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
	since := room.ParsePlace(lastSeen(r)) // nothing seen: everything is sent
	f := &feed{server: s, room: v.room, sub: v.room.Subscribe(v.class, since), token: v.token, session: v.session, from: s.remote(r), ended: make(chan struct{})}
	s.streams.add(f, s.streamsOfOne())
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

// streamsOfOne bounds a session's streams, unless the server is told to let each
// take as much as they like.
func (s *Server) streamsOfOne() int {
	if s.Pace == 0 {
		return 0
	}
	return mostStreams
}

// lastSeen is the place that a reconnecting browser saw last.
func lastSeen(r *http.Request) string {
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		return id
	}
	return r.URL.Query().Get("since")
}

// sink takes what a stream sends. An error means that nobody is there.
type sink interface {
	send(parts ...[]byte) error
	close()
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
	out := newConnSink(conn, within)
	if buffered.Writer.Buffered() > 0 || out.send([]byte(head)) != nil {
		_ = conn.Close()
	}
	return out
}

// What a phone that does not read may cost the system: writeBuffer, which it
// doubles, and one piece more (see write).
const (
	writeBuffer  = 8 << 10
	largestPiece = 16 << 10
)

// connSink writes to a connection that was taken over.
type connSink struct {
	conn   net.Conn
	within time.Duration // a write may take
}

func newConnSink(conn net.Conn, within time.Duration) *connSink {
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(writeBuffer) // a hint
	}
	return &connSink{conn: conn, within: within}
}

func (o *connSink) send(parts ...[]byte) error {
	err := o.conn.SetDeadline(time.Now().Add(o.within))
	if err == nil {
		err = write(o.conn, parts)
	}
	if tcp, ok := o.conn.(*net.TCPConn); ok && err != nil {
		_ = tcp.SetLinger(0) // what the phone did not take is not kept for it
	}
	return err
}

func (o *connSink) close() { _ = o.conn.Close() }

func writePlain(conn net.Conn, parts [][]byte) error {
	buffers := net.Buffers(parts)
	_, err := buffers.WriteTo(conn)
	return err
}

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
