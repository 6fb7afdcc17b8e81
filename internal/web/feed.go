package web

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// feed is one open stream.
type feed struct {
	server *Server
	room   *room.Room
	sub    *room.Subscription
	token  string // the session it stands on
	out    sink

	session vault.Session
	from    string        // its address
	ended   chan struct{} // closed when the session was
}

// leave takes the stream off every list.
func (f *feed) leave() {
	f.server.streams.remove(f)
	f.sub.Close()
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
	if f.out.send(f.opening()...) != nil {
		return
	}
	for {
		select {
		case <-f.sub.Wake():
			if !f.show() {
				return
			}
		case <-beat.C:
			if !f.stillIn() || !f.show(f.beat()) {
				return
			}
		case <-gone:
			return
		case <-f.ended:
			return
		}
	}
}

// opening is what a stream begins with.
func (f *feed) opening() [][]byte {
	if f.sub.Anew() {
		return [][]byte{[]byte("event: anew\ndata: {}\n\n"), f.beat()}
	}
	return [][]byte{f.beat()}
}

// show sends the topics that changed and what else there is, and says whether
// to go on.
func (f *feed) show(more ...[]byte) bool {
	topics, open := f.sub.Take()
	if f.over() {
		return false
	}
	parts, sent := frames(topics, f.sub.Place(), more...), len(topics)
	topics = nil // a phone that does not read holds on to the frames alone
	if len(parts) > 0 && f.out.send(parts...) != nil {
		return false
	}
	f.server.Metrics.Frames.Add(float64(sent))
	return open
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

// frames are topics, and what else there is, as the stream carries them. Only
// the last one says up to which place everything has now been seen: a connection
// that breaks in between begins again before the first. A heartbeat says it too,
// since of some events a viewer is shown nothing.
func frames(topics []*room.Topic, seen room.Place, more ...[]byte) [][]byte {
	parts := make([][]byte, 0, len(topics)+len(more)+1)
	for _, t := range topics {
		parts = append(parts, t.Frame)
	}
	parts = append(parts, more...)
	if last := len(parts) - 1; last >= 0 && seen.Past != "" { // a place without a past is no help to come back with
		parts = slices.Insert(parts, last, fmt.Appendf(nil, "id: %v\n", seen))
	}
	return parts
}
