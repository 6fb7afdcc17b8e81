package web

import (
	"context"
	"fmt"
	"sync"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room"
	"sala.example/internal/vault"
)

// sessions remembers for a few seconds which session a token opens, so that a
// room that rates at once does not ask the vault for each ballot.
type sessions struct {
	vault *vault.Vault
	now   func() time.Time
	lasts func(ctx context.Context, workshopID string, now time.Time) time.Time // see Server.lasts

	mu    sync.RWMutex
	known map[string]knownSession // by token
	turn  int                     // goes up when somebody is signed out
}

type knownSession struct {
	session vault.Session
	until   time.Time
}

const (
	sessionKept = 5 * time.Second
	maxSessions = 50_000
)

func newSessions(s *Server) *sessions {
	return &sessions{vault: s.Vault, now: s.Now, lasts: s.lasts, known: map[string]knownSession{}}
}

// find gives the session of a token, and whether there is one that has not
// expired.
func (c *sessions) find(ctx context.Context, token string) (vault.Session, bool, error) {
	now := c.now()
	c.mu.RLock()
	k, ok := c.known[token]
	turn := c.turn
	c.mu.RUnlock()
	if ok && now.Before(k.until) && k.until.Sub(now) <= sessionKept { // the clock may have been set back
		return k.session, true, nil
	}
	hash := room.HashToken(token)
	v, ok, err := c.vault.Session(ctx, hash)
	if err != nil {
		return v, false, fmt.Errorf("read session: %w", err)
	}
	if !ok || !now.Before(v.Expires) {
		return v, false, nil
	}
	v = c.used(ctx, hash, v, now)
	if !now.Before(v.Expires) {
		return v, false, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.turn != turn {
		return v, true, nil // somebody was signed out meanwhile, perhaps this one: not to be remembered
	}
	if len(c.known) >= maxSessions {
		clear(c.known)
	}
	c.known[token] = knownSession{session: v, until: earlier(now.Add(sessionKept), v.Expires)}
	return v, true, nil
}

// used notes that a session is in use, for the staff to the hour and for
// participants to the day: nobody needs to know more, so until when it lasts
// counts from the end of that hour or day. What cannot be noted because of the
// disk does not keep anybody out.
func (c *sessions) used(ctx context.Context, hash string, v vault.Session, now time.Time) vault.Session {
	to := time.Hour
	if v.Role == access.Participant {
		to = 24 * time.Hour
	}
	at := now.Truncate(to)
	if !at.After(v.Used) && v.Follows == "" {
		return v
	}
	expires := c.lasts(ctx, v.Workshop, at.Add(to))
	if err := c.vault.UseSession(context.WithoutCancel(ctx), hash, at, expires, now.Add(tokenGrace)); err != nil {
		return v
	}
	v.Used, v.Expires, v.Follows = at, expires, ""
	return v
}

// forget asks the vault again for everybody: somebody was signed out.
func (c *sessions) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
	c.turn++
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
