package room

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sala.example/internal/journal"
)

// Place is a point in the history of a workshop. A restored backup goes another
// way from where it was made, and soon has events of the same numbers, so a
// place also says by which events it was reached.
type Place struct {
	Seq  uint64 // the last event; 0: nothing was seen
	Past string // the beginning of that event's hash, which follows from all events up to it; "": not known
}

// pastLength is how many digits of a hash a place carries: 64 bits.
const pastLength = 16

func placeOf(seq uint64, hash journal.Hash) Place { return Place{seq, hash.String()[:pastLength]} }

// String is the form in which a stream and the address of one carry a place,
// such as 500-9f86d081884c7d65.
func (p Place) String() string {
	if p.Past == "" {
		return strconv.FormatUint(p.Seq, 10)
	}
	return fmt.Sprintf("%d-%s", p.Seq, p.Past)
}

// ParsePlace reads a place back. What is none is the place of who has seen
// nothing; a number alone, as former versions gave, has no past.
func ParsePlace(text string) Place {
	number, past, _ := strings.Cut(text, "-")
	seq, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		return Place{}
	}
	return Place{seq, past}
}

// Place is up to where everything is shown now.
func (r *Room) Place() Place {
	r.live.mu.RLock()
	defer r.live.mu.RUnlock()
	return r.live.at
}

// here is the place of the state, which is durable when it is shown. When the
// journal cannot be asked, it has no past.
func (r *Room) here() Place {
	for _, known := range []Place{r.written, r.Place()} {
		if known.Seq == r.state.Seq && known.Past != "" {
			return known
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), askWithin)
	defer cancel()
	seq, hash, err := r.deps.Journal.Head(ctx, r.id)
	if err != nil || seq != r.state.Seq {
		return Place{Seq: r.state.Seq}
	}
	return placeOf(seq, hash)
}

// askWithin is how long the journal may take to say where it stands.
const askWithin = 5 * time.Second

// passed says that what is shown came through a place. A phone that saw the
// newest event, as most do after a restart, costs no look into the journal.
func (r *Room) passed(p Place) bool {
	at := r.Place()
	if p.Past == "" || p.Seq == 0 || p.Seq >= at.Seq {
		return p.Past != "" && p == at
	}
	ctx, cancel := context.WithTimeout(context.Background(), askWithin)
	defer cancel()
	events, err := r.deps.Journal.Read(ctx, r.id, p.Seq-1, 1)
	return err == nil && len(events) == 1 && placeOf(p.Seq, events[0].Hash) == p
}
