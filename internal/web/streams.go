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
	of    map[string][]*feed            // by session, the oldest first
}

// mostStreams is how many streams one session may have. A browser needs one; on a
// bad network some more lie behind it, of which nobody knows yet that they are dead.
// Each change of the room goes to each stream: who could open thousands would slow
// everybody down.
const mostStreams = 16

func newStreams() *streams {
	return &streams{open: map[*feed]struct{}{}, rooms: map[string]map[*room.Room]int{}, of: map[string][]*feed{}}
}

// add puts a stream on the lists. Of a session that has more than most (0: as many
// as it likes), the oldest ends.
func (o *streams) add(f *feed, most int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if own := o.of[f.session.ID]; most > 0 && len(own) >= most {
		oldest := own[0]
		o.drop(oldest)
		close(oldest.ended)
	}
	o.of[f.session.ID] = append(o.of[f.session.ID], f)
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
	own := slices.DeleteFunc(o.of[f.session.ID], func(other *feed) bool { return other == f })
	if o.of[f.session.ID] = own; len(own) == 0 {
		delete(o.of, f.session.ID)
	}
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
