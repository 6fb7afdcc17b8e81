package web

import (
	"maps"
	"slices"
	"sync"

	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// streams knows the open streams, so that they can end with their session, and
// which rooms are open behind an address.
type streams struct {
	mu    sync.Mutex
	open  map[*feed]struct{}
	rooms map[string]map[*room.Room]int // by address: how many streams of each room
}

func newStreams() *streams {
	return &streams{open: map[*feed]struct{}{}, rooms: map[string]map[*room.Room]int{}}
}

func (o *streams) add(f *feed) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.open[f] = struct{}{}
	if o.rooms[f.from] == nil {
		o.rooms[f.from] = map[*room.Room]int{}
	}
	o.rooms[f.from][f.room]++
}

func (o *streams) remove(f *feed) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.drop(f)
}

// drop takes a stream off the lists, once.
func (o *streams) drop(f *feed) {
	if _, there := o.open[f]; !there {
		return
	}
	delete(o.open, f)
	here := o.rooms[f.from]
	if here[f.room]--; here[f.room] == 0 {
		delete(here, f.room)
	}
	if len(here) == 0 {
		delete(o.rooms, f.from)
	}
}

// roomsAt are the rooms that somebody has open behind an address.
func (o *streams) roomsAt(from string) []*room.Room {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Collect(maps.Keys(o.rooms[from]))
}

// end closes the streams of the sessions for which ended says so.
func (o *streams) end(ended func(vault.Session) bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for f := range o.open {
		if ended(f.session) {
			o.drop(f)
			close(f.ended)
		}
	}
}
