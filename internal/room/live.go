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

// Subscribe watches the topics that a class may see. At first all topics count
// as changed that changed after event since, and those that change without an
// event too: the clock's and the ballots'. A viewer from the future (a restored
// backup) gets everything.
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
		if t := l.topics[topicKey(name, variant)]; t != nil && (t.Rev > since || since > head || name == "day" || name == "rounds") {
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
	s.mu.Lock()
	pending := s.pending
	s.pending = map[string]bool{}
	closed := s.closed
	s.mu.Unlock()
	var changed []*Topic
	for _, name := range access.Topics() {
		if pending[name] {
			if t, ok := s.room.Topic(s.class, name); ok {
				changed = append(changed, t)
			}
		}
	}
	return changed, !closed
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

func (s *Subscription) mark(topic string) {
	s.mu.Lock()
	s.pending[topic] = true
	s.mu.Unlock()
	s.signal()
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

// put shows a topic, wakes those who see this variant if it changed, and says
// whether it did.
func (l *live) put(t *Topic, variant string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := topicKey(t.Name, variant)
	if old := l.topics[key]; old != nil && old.Tag == t.Tag {
		return false
	}
	l.topics[key] = t
	for s := range l.subs {
		if v, ok := access.Variant(t.Name, s.class); ok && v == variant {
			s.mark(t.Name)
		}
	}
	return true
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
