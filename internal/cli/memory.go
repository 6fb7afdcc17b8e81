package cli

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// memory tends the collector. What lives in Sala is small, some tens of MB, so
// Go would collect every few thousand ballots, and those that are on their way
// meanwhile wait: they would be the slowest of a round. So headroom may gather
// first, and goes back to the system when the room has become quiet.
type memory struct {
	mu      sync.Mutex
	opening int    // rooms that are being opened
	reading int    // of the inspection, and of a document
	live    uint64 // bytes, after the last collection
	percent int    // as it was last set
	busy    bool   // in the last minute
	made    uint64 // bytes that the program had allocated a minute ago
}

const (
	headroom     = 256 << 20 // bytes of garbage
	goPercent    = 100       // Go's own: as much garbage as lives
	mostPercent  = 1000      // of what lives
	lookEvery    = time.Second
	looksAMinute = 60
	quietMinute  = 8 << 20 // bytes allocated in it
)

// newMemory is nil, which leaves the collector alone, when the operator has decided.
func newMemory() *memory {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return nil
	}
	return &memory{}
}

// tend looks after the collector until the context ends.
func (m *memory) tend(ctx context.Context) {
	if m == nil {
		return
	}
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for look := 1; ; look++ {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
		live, made := allocated()
		m.lives(live)
		if look%looksAMinute == 0 && m.becameQuiet(made) {
			debug.FreeOSMemory()
		}
	}
}

// opens hears how many rooms are being opened.
func (m *memory) opens(rooms int) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.opening = rooms
	m.set()
}

// reads hears that much is read that is not kept, and that it is over.
func (m *memory) reads(on bool) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if on {
		m.reading++
	} else {
		m.reading--
	}
	m.set()
}

func (m *memory) lives(bytes uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.live = bytes
	m.set()
}

// set is called with the lock held.
func (m *memory) set() {
	if percent := garbage(m.live, m.reading+m.opening > 0); percent != m.percent {
		debug.SetGCPercent(percent)
		m.percent = percent
	}
}

// garbage is how much may gather, in percent of what lives. Where much lives it
// is Go's own rule; so it is while a room opens or all is inspected, for what
// reading the past leaves behind lies between what stays and would keep that
// memory from going back.
func garbage(live uint64, reading bool) int {
	if reading {
		return goPercent
	}
	return int(min(mostPercent, max(goPercent, headroom*100/max(live, 1))))
}

// becameQuiet is asked each minute: made is all that was ever allocated.
func (m *memory) becameQuiet(made uint64) bool {
	was := m.busy
	m.busy = made-m.made > quietMinute
	m.made = made
	return was && !m.busy
}

// allocated gives the bytes that lived after the last collection, and all that were ever allocated.
func allocated() (live, made uint64) {
	samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64(), samples[1].Value.Uint64()
}
