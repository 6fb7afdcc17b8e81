package room

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// ErrNoRoom is a workshop that is not here.
var ErrNoRoom = errors.New("no such workshop here")

// purposeJoin marks the vault's link that holds a workshop's code.
const purposeJoin = "join"

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

func (h *House) codeOf(ctx context.Context, id string) (string, error) {
	links, err := h.deps.Vault.Links(ctx, id)
	if err != nil {
		return "", fmt.Errorf("read links of workshop %s: %w", id, err)
	}
	for _, l := range links {
		if l.Purpose == purposeJoin {
			return l.Target, nil
		}
	}
	return "", fmt.Errorf("workshop %s has no code in the vault: is this the vault that belongs to the journal?", id)
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

// codeAlphabet has no letters or digits that look alike.
const (
	codeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength   = 6
)

// newCode makes a code that no workshop here has: 30^6, over 700 million.
func (h *House) newCode(ctx context.Context, id string) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for {
		code, err := randomCode(h.deps.Random)
		if err != nil {
			return "", err
		}
		if _, taken := h.codes[code]; taken {
			continue
		}
		link := vault.Link{Workshop: id, Role: access.Participant, Purpose: purposeJoin, Target: code, Expires: farFuture}
		if err := h.deps.Vault.PutLink(ctx, HashToken("code:"+code), link); err != nil {
			return "", fmt.Errorf("keep the code: %w", err)
		}
		return code, nil
	}
}

var farFuture = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// randomCode throws away the few byte values that would make some letters
// likelier than others.
func randomCode(random io.Reader) (string, error) {
	var code strings.Builder
	limit := byte(256 / len(codeAlphabet) * len(codeAlphabet))
	for code.Len() < codeLength {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", fmt.Errorf("make code: %w", err)
		}
		if b[0] < limit {
			code.WriteByte(codeAlphabet[int(b[0])%len(codeAlphabet)])
		}
	}
	return code.String(), nil
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

// HashToken is what the vault keeps of a secret that opens something.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
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
	h.mu.Lock()
	if h.closed {
		h.mu.Unlock()
		return nil, ErrClosed
	}
	if r, ok := h.rooms[id]; ok && !r.stopped() {
		h.mu.Unlock()
		return r, nil
	}
	if damage, ok := h.damaged[id]; ok {
		h.mu.Unlock()
		return nil, damage
	}
	o, underWay := h.opening[id]
	if !underWay {
		code, known := h.codeFor(id)
		if !known {
			h.mu.Unlock()
			return nil, ErrNoRoom
		}
		o = &opening{done: make(chan struct{})}
		h.opening[id] = o
		h.deps.Opening(len(h.opening))
		go h.open(id, code, o)
	}
	h.mu.Unlock()
	select {
	case <-o.done:
		return o.room, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (h *House) codeFor(id string) (string, bool) {
	for code, known := range h.codes {
		if known == id {
			return code, true
		}
	}
	return "", false
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

// plainCode is a code as it is kept, however it was typed.
func plainCode(typed string) string {
	return strings.ToUpper(strings.Join(strings.FieldsFunc(typed, func(c rune) bool { return c == ' ' || c == '-' }), ""))
}

// Knows says that a workshop here has the code, however it was typed.
func (h *House) Knows(code string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, ok := h.codes[plainCode(code)]
	return ok
}

// HasCode says that the room has the code, however it was typed.
func (r *Room) HasCode(typed string) bool { return r.code == plainCode(typed) }

// ByCode gives the room that a code opens, however it was typed.
func (h *House) ByCode(ctx context.Context, code string) (*Room, error) {
	h.mu.Lock()
	id, ok := h.codes[plainCode(code)]
	h.mu.Unlock()
	if !ok {
		return nil, ErrNoRoom
	}
	return h.Room(ctx, id)
}

// Codes lists the workshops here by code.
func (h *House) Codes() map[string]string {
	h.mu.Lock()
	defer h.mu.Unlock()
	codes := make(map[string]string, len(h.codes))
	for code, id := range h.codes {
		codes[code] = id
	}
	return codes
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
