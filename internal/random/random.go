// Package random makes a source of random bytes safe for many goroutines.
package random

import (
	"io"
	"sync"
)

// Locked reads from r, one reader at a time.
func Locked(r io.Reader) io.Reader { return &locked{r: r} }

type locked struct {
	mu sync.Mutex
	r  io.Reader
}

func (l *locked) Read(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.r.Read(p)
}
