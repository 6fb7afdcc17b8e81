package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Session is who comes with a token. Person is "" for staff who signed in without being participants. Times are UTC, whole milliseconds.
type Session struct {
	Workshop string    `json:"workshop"`
	Person   string    `json:"person,omitempty"`
	Role     string    `json:"role"`
	Lang     string    `json:"lang"`
	Created  time.Time `json:"created"`
	Expires  time.Time `json:"expires"`
}

// PutSession keeps a session under the hash of its token, in place of an earlier one. ErrErased if the person has been erased.
func (v *Vault) PutSession(ctx context.Context, tokenHash string, s Session) error {
	s.Created, s.Expires = wholeMilliseconds(s.Created), wholeMilliseconds(s.Expires)
	sealed, err := v.sealJSON(v.master, s, place("session", tokenHash))
	if err != nil {
		return fmt.Errorf("keep a session: %w", err)
	}
	err = v.db.Write(ctx, func(tx *sql.Tx) error {
		if err := notErased(tx, s.Workshop, s.Person); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT OR REPLACE INTO session (token, workshop, person, expires, sealed) VALUES (?, ?, ?, ?, ?)`,
			tokenHash, s.Workshop, s.Person, s.Expires.UnixMilli(), sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep a session: %w", err)
	}
	return nil
}

// Session gives the session of a token, and whether there is one. It may have expired: the caller compares Expires with its clock.
func (v *Vault) Session(ctx context.Context, tokenHash string) (Session, bool, error) {
	var sealed []byte
	err := v.lookup.QueryRowContext(ctx, tokenHash).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return Session{}, false, nil
	}
	var s Session
	if err == nil {
		err = unsealJSON(v.master, sealed, place("session", tokenHash), &s)
	}
	if err != nil {
		return Session{}, false, fmt.Errorf("read a session: %w", err)
	}
	return s, true, nil
}

// EndSession forgets a session. Nothing happens if there is none.
func (v *Vault) EndSession(ctx context.Context, tokenHash string) error {
	return v.forget(ctx, "a session", `DELETE FROM session WHERE token = ?`, tokenHash)
}

// SessionsOf gives a person's sessions by the hash of their token.
func (v *Vault) SessionsOf(ctx context.Context, workshop, person string) (map[string]Session, error) {
	const query = `SELECT token, sealed FROM session WHERE workshop = ? AND person = ?`
	rows, err := v.db.Read().QueryContext(ctx, query, workshop, person)
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	sessions, err := openRows[Session](v, "session", rows)
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return sessions, nil
}

// Prune forgets the sessions and links that had expired at the time now.
func (v *Vault) Prune(ctx context.Context, now time.Time) error {
	return errors.Join(
		v.forget(ctx, "old sessions", `DELETE FROM session WHERE expires <= ?`, now.UnixMilli()),
		v.forget(ctx, "old links", `DELETE FROM link WHERE expires <= ?`, now.UnixMilli()),
	)
}

func (v *Vault) forget(ctx context.Context, what, query string, args ...any) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(query, args...)
		return err
	})
	if err != nil {
		return fmt.Errorf("forget %s: %w", what, err)
	}
	return nil
}

// openRows closes rows of (token hash, sealed) of a table and gives what was sealed, by the hash of the token.
func openRows[T any](v *Vault, table string, rows *sql.Rows) (map[string]T, error) {
	defer rows.Close()
	list := map[string]T{}
	for rows.Next() {
		var token string
		var sealed []byte
		if err := rows.Scan(&token, &sealed); err != nil {
			return nil, err
		}
		var value T
		if err := unsealJSON(v.master, sealed, place(table, token), &value); err != nil {
			return nil, err
		}
		list[token] = value
	}
	return list, rows.Err()
}

func wholeMilliseconds(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
