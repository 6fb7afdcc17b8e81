package room

import (
	"sync"

	"sala.example/internal/access"
)

// Topic is a topic as one variant of viewers sees it, made once for all of them.
type Topic struct {
	Name string
	Rev  uint64 // event after which it looked like this
	Body []byte // the state, as JSON
	Tag  string // changes when the body does
}

// live is what the room shows now, and who is watching. A watcher holds no
// queue: only the set of topics that changed since it last looked, so one that
// stops reading costs nothing and misses nothing that still counts.
type live struct {
	mu     sync.RWMutex
	topics map[string]*Topic // by topic and variant
	subs   map[*Subscription]struct{}
	closed bool
}

func newLive() *live {
	return &live{topics: map[string]*Topic{}, subs: map[*Subscription]struct{}{}}
}

func topicKey(name, variant string) string { return name + "/" + variant }

// Subscription is one connection's view of a room.
type Subscription struct {
	room    *Room
	class   access.Class
	wake    chan struct{}
	mu      sync.Mutex
	pending map[string]bool
	closed  bool
}

// byEventsAlone are the topics that nothing but an event changes. The others
// also follow the clock, the ballots and what people tell of themselves.
var byEventsAlone = map[string]bool{"texts": true, "questions": true, "groups": true}

// Subscribe watches the topics that a class may see. At first all topics count
// as changed that may have changed after event since; a viewer who has seen
// nothing (0), or who comes from the future (a restored backup), gets
// everything.
func (r *Room) Subscribe(class access.Class, since uint64) *Subscription {
	s := &Subscription{room: r, class: class, wake: make(chan struct{}, 1), pending: map[string]bool{}}
	l := r.live
	l.mu.Lock()
	defer l.mu.Unlock()
	head := uint64(0)
	for _, t := range l.topics {
		head = max(head, t.Rev)
	}
	for _, name := range access.Topics() {
		variant, ok := access.Variant(name, class)
		if !ok {
			continue
		}
		t := l.topics[topicKey(name, variant)]
		if t != nil && (t.Rev > since || since == 0 || since > head || !byEventsAlone[name]) {
			s.pending[name] = true
		}
	}
	if l.closed {
		s.closed = true
	}
	l.subs[s] = struct{}{}
	r.deps.Metrics.Connections.Inc()
	s.signal()
	return s
}

// Wake is ready when Take has something to say.
func (s *Subscription) Wake() <-chan struct{} { return s.wake }

// Take returns the topics that changed since the last Take, as they are now,
// and false when the room has closed.
func (s *Subscription) Take() ([]*Topic, bool) {
	l := s.room.live
	l.mu.RLock()
	defer l.mu.RUnlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	var changed []*Topic
	for _, name := range access.Topics() {
		variant, ok := access.Variant(name, s.class)
		if t := l.topics[topicKey(name, variant)]; ok && s.pending[name] && t != nil {
			changed = append(changed, t)
		}
	}
	clear(s.pending)
	return changed, !s.closed
}

// Close ends the watching.
func (s *Subscription) Close() {
	l := s.room.live
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, watching := l.subs[s]; watching {
		delete(l.subs, s)
		s.room.deps.Metrics.Connections.Dec()
	}
}

// mark notes which of the changed topics, by variant, the viewer's class sees.
func (s *Subscription) mark(names map[string][]string) {
	any := false
	s.mu.Lock()
	for variant, changed := range names {
		for _, name := range changed {
			if v, ok := access.Variant(name, s.class); ok && v == variant {
				s.pending[name], any = true, true
			}
		}
	}
	s.mu.Unlock()
	if any {
		s.signal()
	}
}

func (s *Subscription) signal() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Topic is a topic as a class sees it now; false when it may not.
func (r *Room) Topic(class access.Class, name string) (*Topic, bool) {
	variant, ok := access.Variant(name, class)
	if !ok {
		return nil, false
	}
	r.live.mu.RLock()
	defer r.live.mu.RUnlock()
	t, ok := r.live.topics[topicKey(name, variant)]
	return t, ok
}

// Watching counts the connections.
func (r *Room) Watching() int {
	r.live.mu.RLock()
	defer r.live.mu.RUnlock()
	return len(r.live.subs)
}

// show replaces the topics that changed, by topic and variant, wakes those who
// see them, and says how many had changed. Nobody sees one of them without the
// others: a viewer who comes back says up to which event they have seen all.
func (l *live) show(topics map[string]*Topic) (changed int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	names := map[string][]string{} // by variant
	for key, t := range topics {
		if old := l.topics[key]; old != nil && old.Tag == t.Tag {
			continue
		}
		l.topics[key] = t
		variant := key[len(t.Name)+1:]
		names[variant] = append(names[variant], t.Name)
		changed++
	}
	if changed > 0 {
		for s := range l.subs {
			s.mark(names)
		}
	}
	return changed
}

func (l *live) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	for s := range l.subs {
		s.mu.Lock()
		s.closed = true
		s.mu.Unlock()
		s.signal()
	}
}
