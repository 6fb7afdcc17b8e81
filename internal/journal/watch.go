package journal

import (
	"context"
	"iter"
	"sync"
)

// Bell tells watchers that something was appended. Its zero value is ready. Stores embed it and ring after each append.
type Bell struct {
	mu   sync.Mutex
	next chan struct{}
}

// Ring wakes everybody who waits.
func (b *Bell) Ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next != nil {
		close(b.next)
		b.next = nil
	}
}

// Appended gives a channel that is closed at the next append, in whichever workshop.
func (b *Bell) Appended() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = make(chan struct{})
	}
	return b.next
}

// Watch gives a workshop's events behind number after, and then each one as it becomes durable, without a gap. It ends with
// ctx, silently, or with the first error of reading. A slow watcher holds up nobody.
func Watch(ctx context.Context, j Journal, workshop string, after uint64) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		last := after
		for ctx.Err() == nil {
			appended := j.Appended() // asked for before reading, so that nothing is missed in between
			for event, err := range All(ctx, j, workshop, last) {
				if ctx.Err() != nil || !yield(event, err) || err != nil {
					return
				}
				last = event.Seq
			}
			select {
			case <-appended:
			case <-ctx.Done():
			}
		}
	}
}
