package rehearse

import (
	"sync"
	"time"
)

// Clock is the server's clock in a rehearsal: it stands still until it is
// moved, so that the same seed gives the same times. Run lets it go on by
// itself, for a demonstration.
type Clock struct {
	mu    sync.Mutex
	at    time.Time
	since time.Time // when it began to run by itself; zero while it stands
}

// NewClock makes a clock that stands at a time.
func NewClock(at time.Time) *Clock { return &Clock{at: at} }

// Now is the time it shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.since.IsZero() {
		return c.at
	}
	return c.at.Add(time.Since(c.since))
}

// Set moves the clock forward; it never goes back.
func (c *Clock) Set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at.After(c.at) {
		c.at = at
	}
}

// Advance moves the clock on.
func (c *Clock) Advance(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(by)
}

// Run lets the clock go on by itself.
func (c *Clock) Run() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.since = time.Now()
}
