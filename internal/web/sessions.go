package web

import (
	"context"
	"fmt"
	"sync"
	"time"

	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// sessions remembers for a few seconds which session a token opens, so that a
// room that rates at once does not ask the vault for each ballot.
type sessions struct {
	vault *vault.Vault
	now   func() time.Time

	mu    sync.RWMutex
	known map[string]knownSession // by token
}

type knownSession struct {
	session vault.Session
	until   time.Time
}

const (
	sessionKept = 5 * time.Second
	maxSessions = 50_000
)

func newSessions(v *vault.Vault, now func() time.Time) *sessions {
	return &sessions{vault: v, now: now, known: map[string]knownSession{}}
}

// find gives the session of a token, and whether there is one that has not
// expired.
func (c *sessions) find(ctx context.Context, token string) (vault.Session, bool, error) {
	now := c.now()
	c.mu.RLock()
	k, ok := c.known[token]
	c.mu.RUnlock()
	if ok && now.Before(k.until) {
		return k.session, true, nil
	}
	v, ok, err := c.vault.Session(ctx, room.HashToken(token))
	if err != nil {
		return v, false, fmt.Errorf("read session: %w", err)
	}
	if !ok || !now.Before(v.Expires) {
		return v, false, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= maxSessions {
		clear(c.known)
	}
	c.known[token] = knownSession{session: v, until: earlier(now.Add(sessionKept), v.Expires)}
	return v, true, nil
}

// forget asks the vault again for everybody: somebody was signed out.
func (c *sessions) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
