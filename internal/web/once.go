package web

import (
	"net/http"
	"sync"
	"time"
)

// once answers a request that is sent again, because its answer was lost, with
// the first answer: for the few requests that make something new and are no
// commands of a workshop. A command's key is kept in the journal.
type once struct {
	now func() time.Time

	mu   sync.Mutex
	seen map[string]*first
}

type first struct {
	mu     sync.Mutex
	at     time.Time
	answer map[string]any
}

const (
	onceLife = time.Hour
	maxOnce  = 10_000

	longestKey = 200 // characters of an idempotency key
)

func newOnce(now func() time.Time) *once { return &once{now: now, seen: map[string]*first{}} }

// do makes the answer, or gives the one that was made for this person and key.
// What failed is tried again.
func (o *once) do(r *http.Request, person string, make func() (map[string]any, error)) (map[string]any, error) {
	key := r.Header.Get("Idempotency-Key")
	if key == "" || len(key) > longestKey {
		return make()
	}
	f := o.find(r.Pattern + " " + person + " " + key)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.answer != nil {
		return f.answer, nil
	}
	answer, err := make()
	if err == nil {
		f.answer = answer
	}
	return answer, err
}

func (o *once) find(key string) *first {
	o.mu.Lock()
	defer o.mu.Unlock()
	if f, ok := o.seen[key]; ok && o.now().Sub(f.at) < onceLife {
		return f
	}
	if len(o.seen) >= maxOnce {
		clear(o.seen)
	}
	f := &first{at: o.now()}
	o.seen[key] = f
	return f
}
