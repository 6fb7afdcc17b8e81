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
	ID       string    `json:"id,omitempty"` // stays when the token is renewed: the hash of the first token
	Workshop string    `json:"workshop"`
	Person   string    `json:"person,omitempty"`
	Role     string    `json:"role"`
	Lang     string    `json:"lang"`
	By       string    `json:"by,omitempty"` // what opened it, such as "link"
	Created  time.Time `json:"created"`
	Expires  time.Time `json:"expires"`
	Issued   time.Time `json:"issued,omitzero"` // when this token was made
	Used     time.Time `json:"used,omitzero"`   // the hour or day of the last use
	Follows  string    `json:"follows,omitempty"`
	Tried    time.Time `json:"tried,omitzero"`
}

// filled sets what follows from the rest where it is not said, as in sessions of older versions.
func (s Session) filled(tokenHash string) Session {
	if s.ID == "" {
		s.ID, s.Issued, s.Used = tokenHash, s.Created, s.Created
	}
	return s
}

// PutSession keeps a session under the hash of its token, in place of an earlier one. ErrErased if the person has been erased.
func (v *Vault) PutSession(ctx context.Context, tokenHash string, s Session) error {
	return v.admit(ctx, tokenHash, s, func(*sql.Tx) error { return nil })
}

// admit keeps a session if, in the same moment, check has nothing against it.
func (v *Vault) admit(ctx context.Context, tokenHash string, s Session, check func(*sql.Tx) error) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		if err := check(tx); err != nil {
			return err
		}
		return v.keepSession(tx, tokenHash, s)
	})
	if err != nil {
		return fmt.Errorf("keep a session: %w", err)
	}
	return nil
}

func (v *Vault) keepSession(tx *sql.Tx, tokenHash string, s Session) error {
	s.Created, s.Expires = wholeMilliseconds(s.Created), wholeMilliseconds(s.Expires)
	s = s.filled(tokenHash)
	sealed, err := v.sealJSON(v.master, s, place("session", tokenHash))
	if err != nil {
		return err
	}
	if err := notErased(tx, s.Workshop, s.Person); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT OR REPLACE INTO session (token, workshop, person, expires, sealed) VALUES (?, ?, ?, ?, ?)`,
		tokenHash, s.Workshop, s.Person, s.Expires.UnixMilli(), sealed)
	return err
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
	return s.filled(tokenHash), true, nil
}

// SessionsOf gives a person's sessions by the hash of their token.
func (v *Vault) SessionsOf(ctx context.Context, workshop, person string) (map[string]Session, error) {
	return v.sessions(v.db.Read().QueryContext(ctx, `SELECT token, sealed FROM session WHERE workshop = ? AND person = ?`, workshop, person))
}

const sessionsQuery = `SELECT token, sealed FROM session WHERE workshop = ?`

// Sessions gives everybody's sessions in a workshop by the hash of their token.
func (v *Vault) Sessions(ctx context.Context, workshop string) (map[string]Session, error) {
	return v.sessions(v.db.Read().QueryContext(ctx, sessionsQuery, workshop))
}

// EndSessions forgets the sessions of a workshop for which ended says so.
func (v *Vault) EndSessions(ctx context.Context, workshop string, ended func(Session) bool) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error { return v.endSessions(tx, workshop, ended) })
	if err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return nil
}

func (v *Vault) endSessions(tx *sql.Tx, workshop string, ended func(Session) bool) error {
	all, err := v.sessions(tx.Query(sessionsQuery, workshop))
	if err != nil {
		return err
	}
	for token, s := range all {
		if !ended(s) {
			continue
		}
		if _, err := tx.Exec(`DELETE FROM session WHERE token = ?`, token); err != nil {
			return err
		}
	}
	return nil
}

// sessions opens what a query found.
func (v *Vault) sessions(rows *sql.Rows, err error) (map[string]Session, error) {
	var found map[string]Session
	if err == nil {
		found, err = openRows[Session](v, "session", rows)
	}
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	for token, s := range found {
		found[token] = s.filled(token)
	}
	return found, nil
}

// Prune forgets the sessions and links that had expired at the time now, and removes what erasures left on the disk if
// that was full when the vault was opened.
func (v *Vault) Prune(ctx context.Context, now time.Time) error {
	if err := v.scrub(ctx); err != nil {
		return fmt.Errorf("remove what was erased: %w", err)
	}
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
