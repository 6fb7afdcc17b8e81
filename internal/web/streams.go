package web

import (
	"sync"

	"sala.example/internal/vault"
)

// streams knows the open streams, so that they can end with their session.
type streams struct {
	mu   sync.Mutex
	open map[*feed]struct{}
}

func newStreams() *streams { return &streams{open: map[*feed]struct{}{}} }

func (o *streams) add(f *feed) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.open[f] = struct{}{}
}

func (o *streams) remove(f *feed) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.open, f)
}

// end closes the streams of the sessions for which ended says so.
func (o *streams) end(ended func(vault.Session) bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for f := range o.open {
		if ended(f.session) {
			delete(o.open, f)
			close(f.ended)
		}
	}
}
