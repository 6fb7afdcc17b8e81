package room

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"sala.example/internal/access"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// ErrNoRoom is a workshop that is not here.
var ErrNoRoom = errors.New("no such workshop here")

// House holds the rooms of one installation. Rooms open when they are asked for.
type House struct {
	deps Deps

	mu      sync.Mutex
	rooms   map[string]*Room
	opening map[string]*opening
	codes   map[string]string // code -> workshop
	damaged map[string]*Damaged
	closed  bool
}

// OpenHouse finds the workshops that the journal knows.
func OpenHouse(ctx context.Context, deps Deps) (*House, error) {
	h := &House{deps: deps.withDefaults(), rooms: map[string]*Room{}, opening: map[string]*opening{}, codes: map[string]string{}, damaged: map[string]*Damaged{}}
	ids, err := h.deps.Journal.Workshops(ctx)
	if err != nil {
		return nil, fmt.Errorf("list workshops: %w", err)
	}
	for _, id := range ids {
		code, err := h.codeOf(ctx, id)
		switch damage := damageIn(id, err); {
		case damage != nil:
			h.setAside(damage)
		case err != nil:
			return nil, err
		default:
			h.codes[code] = id
		}
	}
	return h, nil
}

// Create opens a new workshop. People are those that the programme names, by
// the ids that the command uses for them.
func (h *House) Create(ctx context.Context, actor workshop.Actor, cmd *workshop.Create, people map[workshop.ID]vault.Profile) (*Room, error) {
	cmd.ID = NewID(h.deps.Random, "w")
	if err := h.try(cmd, actor); err != nil {
		return nil, err
	}
	code, err := h.newCode(ctx, cmd.ID)
	if err != nil {
		return nil, err
	}
	for person, profile := range people {
		if err := h.deps.Vault.PutProfile(ctx, cmd.ID, person, profile); err != nil {
			return nil, fmt.Errorf("keep the programme's people: %w", err)
		}
	}
	r, err := open(ctx, h.deps, cmd.ID, code)
	if err != nil {
		return nil, err
	}
	if _, err := r.Do(ctx, actor, "", cmd); err != nil {
		r.Close()
		return nil, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.rooms[cmd.ID], h.codes[code] = r, cmd.ID
	return r, nil
}

// try decides on a creation without carrying it out, so that a refused one
// leaves nothing behind in the vault.
func (h *House) try(cmd *workshop.Create, actor workshop.Actor) error {
	s := workshop.New()
	if err := access.May(s, actor, cmd); err != nil {
		return err
	}
	newID := func(prefix string) workshop.ID { return prefix }
	_, err := workshop.Decide(s, cmd, workshop.Env{Actor: actor, Now: h.deps.Now(), NewID: newID})
	return err
}

// Waiting is how many commands wait for their rooms.
func (h *House) Waiting() (n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range h.rooms {
		n += len(r.requests)
	}
	return n
}

// opening is a room on its way; done is closed when the other fields are there.
type opening struct {
	done chan struct{}
	room *Room
	err  error
}

// Room gives a room by its workshop's id, and opens it when it is not open. One
// that takes long to open keeps nobody waiting who wants another.
func (h *House) Room(ctx context.Context, id string) (*Room, error) {
	r, o, err := h.find(id)
	if o == nil {
		return r, err
	}
	select {
	case <-o.done:
		return o.room, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// find gives a room that is open, or the opening of one that is not yet.
func (h *House) find(id string) (*Room, *opening, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, nil, ErrClosed
	}
	if r, ok := h.rooms[id]; ok && !r.stopped() {
		return r, nil, nil
	}
	if damage, ok := h.damaged[id]; ok {
		return nil, nil, damage
	}
	if o, underWay := h.opening[id]; underWay {
		return nil, o, nil
	}
	code, known := h.codeFor(id)
	if !known {
		return nil, nil, ErrNoRoom
	}
	o := &opening{done: make(chan struct{})}
	h.opening[id] = o
	h.deps.Opening(len(h.opening))
	go h.open(id, code, o)
	return nil, o, nil
}

// open opens a room for everybody who waits for it.
func (h *House) open(id, code string, o *opening) {
	r, err := open(context.Background(), h.deps, id, code)
	h.mu.Lock()
	defer h.mu.Unlock()
	switch damage := damageIn(id, err); {
	case damage != nil:
		h.setAside(damage)
		o.err = damage
	case err != nil:
		o.err = fmt.Errorf("open workshop %s: %w", id, err)
	case h.closed:
		r.Close()
		o.err = ErrClosed
	default:
		o.room, h.rooms[id] = r, r
	}
	delete(h.opening, id)
	h.deps.Opening(len(h.opening))
	close(o.done)
}

// setAside keeps a damaged workshop from being read again for everybody who
// asks: only a restart opens it.
func (h *House) setAside(d *Damaged) {
	h.damaged[d.Workshop] = d
	h.deps.Log.Error("this workshop's data is damaged; the others go on", "workshop", d.Workshop, "event", d.Event, "error", d.Err, "do", d.advice())
}

// Close saves and closes every room; none opens again.
func (h *House) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for _, r := range h.rooms {
		r.Close()
	}
}

func (r *Room) stopped() bool {
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}
