package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Link is what whoever holds a token may do: sign in with a role, or follow up an action. Target is the id of what it is
// for, and may be a person's. Expires is UTC, whole milliseconds.
type Link struct {
	Workshop string    `json:"workshop"`
	Role     string    `json:"role"`
	Purpose  string    `json:"purpose"`
	Target   string    `json:"target"`
	Expires  time.Time `json:"expires"`
}

// PutLink keeps a link under the hash of its token, in place of an earlier one.
func (v *Vault) PutLink(ctx context.Context, tokenHash string, l Link) error {
	l.Expires = wholeMilliseconds(l.Expires)
	err := v.db.Write(ctx, func(tx *sql.Tx) error { return v.keepLink(tx, tokenHash, l) })
	if err != nil {
		return fmt.Errorf("keep a link: %w", err)
	}
	return nil
}

func (v *Vault) keepLink(tx *sql.Tx, tokenHash string, l Link) error {
	sealed, err := v.sealJSON(v.master, l, place("link", tokenHash))
	if err != nil {
		return err
	}
	if err := notErased(tx, l.Workshop, l.Target); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT OR REPLACE INTO link (token, workshop, expires, sealed) VALUES (?, ?, ?, ?)`,
		tokenHash, l.Workshop, l.Expires.UnixMilli(), sealed)
	return err
}

// Link gives the link of a token, and whether there is one. It may have expired: the caller compares Expires with its clock.
func (v *Vault) Link(ctx context.Context, tokenHash string) (Link, bool, error) {
	var sealed []byte
	err := v.db.Read().QueryRowContext(ctx, `SELECT sealed FROM link WHERE token = ?`, tokenHash).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return Link{}, false, nil
	}
	var l Link
	if err == nil {
		err = unsealJSON(v.master, sealed, place("link", tokenHash), &l)
	}
	if err != nil {
		return Link{}, false, fmt.Errorf("read a link: %w", err)
	}
	return l, true, nil
}

const linksQuery = `SELECT token, sealed FROM link WHERE workshop = ?`

// Links gives a workshop's links by the hash of their token.
func (v *Vault) Links(ctx context.Context, workshop string) (map[string]Link, error) {
	rows, err := v.db.Read().QueryContext(ctx, linksQuery, workshop)
	if err != nil {
		return nil, fmt.Errorf("read links: %w", err)
	}
	links, err := openRows[Link](v, "link", rows)
	if err != nil {
		return nil, fmt.Errorf("read links: %w", err)
	}
	return links, nil
}

// eraseLinks removes the links whose target is the person.
func (v *Vault) eraseLinks(tx *sql.Tx, workshop, person string) error {
	return v.endLinks(tx, workshop, func(l Link) bool { return l.Target == person })
}

// dropLinks removes the links of the same workshop, role and purpose as l.
func (v *Vault) dropLinks(tx *sql.Tx, l Link) error {
	return v.endLinks(tx, l.Workshop, func(old Link) bool { return old.Role == l.Role && old.Purpose == l.Purpose })
}

func (v *Vault) endLinks(tx *sql.Tx, workshop string, ended func(Link) bool) error {
	rows, err := tx.Query(linksQuery, workshop)
	if err != nil {
		return err
	}
	links, err := openRows[Link](v, "link", rows)
	if err != nil {
		return err
	}
	for token, l := range links {
		if !ended(l) {
			continue
		}
		if _, err := tx.Exec(`DELETE FROM link WHERE token = ?`, token); err != nil {
			return err
		}
	}
	return nil
}
