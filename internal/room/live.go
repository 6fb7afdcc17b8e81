package room

import (
	"slices"
	"sync"

	"sala.example/internal/access"
)

// live is what the room shows now, and who is watching. A watcher holds no
// queue: only the set of topics that changed since it last looked, so one that
// stops reading costs nothing and misses nothing that still counts.
type live struct {
	mu     sync.RWMutex
	topics map[string]*Topic // by topic and variant
	at     Place             // everything up to it is in topics
	subs   map[*Subscription]struct{}
	closed bool
}

func newLive() *live {
	return &live{topics: map[string]*Topic{}, subs: map[*Subscription]struct{}{}}
}

func topicKey(name, variant string) string { return name + "/" + variant }

// topicSet is a set of topics, a bit for each in the order of access.Topics.
type topicSet uint32

func (s topicSet) has(i int) bool { return s&(1<<i) != 0 }

// Subscription is one connection's view of a room.
type Subscription struct {
	room  *Room
	class access.Class
	wake  chan struct{}
	anew  bool // what was seen before belongs to another history

	mu      sync.Mutex
	pending topicSet
	at      Place // of the last Take
	closed  bool
}

// byEventsAlone are the topics that nothing but an event changes. The others
// also follow the clock, the ballots and what people tell of themselves.
var byEventsAlone = map[string]bool{"texts": true, "questions": true, "groups": true, "rounds": true, "statements": true, "booth": true, "captions": true}

// Subscribe watches the topics that a class may see. At first all topics count
// as changed that may have changed since a place; a viewer who has seen nothing,
// or another history than this one (a backup was restored), gets everything.
func (r *Room) Subscribe(class access.Class, since Place) *Subscription {
	passed := r.passed(since)
	s := &Subscription{room: r, class: class, wake: make(chan struct{}, 1), anew: since.Seq > 0 && !passed}
	l := r.live
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, name := range access.Topics() {
		t := l.find(name, class)
		if t != nil && (!passed || t.Rev > since.Seq || !byEventsAlone[name]) {
			s.pending |= 1 << i
		}
	}
	s.closed = l.closed
	l.subs[s] = struct{}{}
	r.deps.Metrics.Connections.Inc()
	s.signal()
	return s
}

// Anew says that what the viewer saw before is not what came before this: all of
// it is to be forgotten, however new its revisions look.
func (s *Subscription) Anew() bool { return s.anew }

// Place is up to where the last Take showed everything.
func (s *Subscription) Place() Place {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at
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
	for i, name := range access.Topics() {
		if !s.pending.has(i) {
			continue
		}
		if t := l.find(name, s.class); t != nil {
			changed = append(changed, t)
		}
	}
	s.pending, s.at = 0, l.at
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

func (s *Subscription) mark(changed topicSet) {
	s.mu.Lock()
	s.pending |= changed
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
	r.live.mu.RLock()
	defer r.live.mu.RUnlock()
	t := r.live.find(name, class)
	return t, t != nil
}

// find is a topic as a class sees it, nil when it may not.
func (l *live) find(name string, class access.Class) *Topic {
	variant, ok := access.Variant(name, class)
	if !ok {
		return nil
	}
	return l.topics[topicKey(name, variant)]
}

// show replaces the topics that changed, by topic and variant, wakes those who
// see them, and says how many had changed. Nobody sees one of them without the
// others: a viewer who comes back says up to which place they have seen all.
func (l *live) show(topics map[string]*Topic, at Place) (changed int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.at = at
	marks := map[access.Class]topicSet{}
	for key, t := range topics {
		if old := l.topics[key]; old != nil && old.Tag == t.Tag {
			continue
		}
		l.topics[key] = t
		changed++
		for _, class := range access.Classes() {
			if l.find(t.Name, class) == t {
				marks[class] |= 1 << slices.Index(access.Topics(), t.Name)
			}
		}
	}
	if changed == 0 {
		return 0
	}
	for s := range l.subs {
		if mark := marks[s.class]; mark != 0 {
			s.mark(mark)
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
