package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// RenewSession gives a session a second token, for a browser that is about to get it, and says whether it did: not when
// there is no such session any more, nor when that was tried less than pause before now. The first token works on until
// the second is used (UseSession): the answer that carries it may be lost on the way.
func (v *Vault) RenewSession(ctx context.Context, tokenHash, newHash string, now time.Time, pause time.Duration) (done bool, err error) {
	err = v.changeSession(ctx, tokenHash, func(tx *sql.Tx, s *Session) error {
		if s.Follows != "" || now.Sub(s.Tried) < pause {
			return nil
		}
		s.Tried, done = wholeMilliseconds(now), true
		next := *s
		next.Issued, next.Follows, next.Tried = s.Tried, tokenHash, time.Time{}
		return v.keepSession(tx, newHash, next)
	})
	if err != nil {
		return false, fmt.Errorf("renew a session: %w", err)
	}
	return done, nil
}

// UseSession notes when a session was used and until when it now lasts. The first use of a renewed token lets the one
// before it end at the time retire. Nothing happens to a session that was ended meanwhile.
func (v *Vault) UseSession(ctx context.Context, tokenHash string, used, expires, retire time.Time) error {
	err := v.changeSession(ctx, tokenHash, func(tx *sql.Tx, s *Session) error {
		before := s.Follows
		s.Used, s.Expires, s.Follows = wholeMilliseconds(used), expires, ""
		if before == "" {
			return nil
		}
		return v.change(tx, before, func(_ *sql.Tx, old *Session) error {
			if retire.Before(old.Expires) {
				old.Expires = retire
			}
			old.Tried = retire // asks for no further token
			return nil
		})
	})
	if err != nil {
		return fmt.Errorf("use a session: %w", err)
	}
	return nil
}

func (v *Vault) changeSession(ctx context.Context, tokenHash string, change func(*sql.Tx, *Session) error) error {
	return v.db.Write(ctx, func(tx *sql.Tx) error { return v.change(tx, tokenHash, change) })
}

// change reads a session, lets it be changed, and keeps it; what is not there stays so.
func (v *Vault) change(tx *sql.Tx, tokenHash string, change func(*sql.Tx, *Session) error) error {
	var sealed []byte
	err := tx.QueryRow(`SELECT sealed FROM session WHERE token = ?`, tokenHash).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	var s Session
	if err == nil {
		err = unsealJSON(v.master, sealed, place("session", tokenHash), &s)
	}
	if err != nil {
		return err
	}
	s = s.filled(tokenHash)
	if err := change(tx, &s); err != nil {
		return err
	}
	return v.keepSession(tx, tokenHash, s)
}
