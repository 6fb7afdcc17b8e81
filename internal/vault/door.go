package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrShut tells that a link or passphrase was withdrawn while somebody was coming in by it.
var ErrShut = errors.New("the link or passphrase is no longer good")

// Door is how a role of a workshop's staff gets in. The zero Door is one that was never changed: it has the link that
// the role was made with, and no passphrase.
type Door struct {
	Link       string `json:"link,omitempty"`       // the secret of the link that was made anew
	Passphrase string `json:"passphrase,omitempty"` // as HashPassphrase gives it
}

// Door gives the door of a role.
func (v *Vault) Door(ctx context.Context, workshop, role string) (Door, error) {
	return v.openDoor(v.db.Read().QueryRowContext(ctx, doorQuery, workshop, role), workshop, role)
}

const doorQuery = `SELECT sealed FROM door WHERE workshop = ? AND role = ?`

func (v *Vault) openDoor(row *sql.Row, workshop, role string) (d Door, err error) {
	var sealed []byte
	err = row.Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return d, nil
	}
	if err == nil {
		err = unsealJSON(v.master, sealed, place("door", workshop, role), &d)
	}
	if err != nil {
		return d, fmt.Errorf("read a door: %w", err)
	}
	return d, nil
}

// RenewLink puts a link in place of those of the same workshop, role and purpose, and ends the sessions for which ended
// says so, all in one moment. token is the link's secret, which Door gives from then on; tokenHash is its hash.
func (v *Vault) RenewLink(ctx context.Context, token, tokenHash string, l Link, ended func(Session) bool) error {
	l.Expires = wholeMilliseconds(l.Expires)
	return v.changeDoor(ctx, l.Workshop, l.Role, ended, func(tx *sql.Tx, d *Door) error {
		d.Link = token
		if err := v.dropLinks(tx, l); err != nil {
			return err
		}
		return v.keepLink(tx, tokenHash, l)
	})
}

// SetPassphrase keeps the hash of a role's passphrase ("" for none from now on), and ends the sessions for which ended says so.
func (v *Vault) SetPassphrase(ctx context.Context, workshop, role, encoded string, ended func(Session) bool) error {
	return v.changeDoor(ctx, workshop, role, ended, func(_ *sql.Tx, d *Door) error {
		d.Passphrase = encoded
		return nil
	})
}

func (v *Vault) changeDoor(ctx context.Context, workshop, role string, ended func(Session) bool, change func(*sql.Tx, *Door) error) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		d, err := v.openDoor(tx.QueryRow(doorQuery, workshop, role), workshop, role)
		if err != nil {
			return err
		}
		if err := change(tx, &d); err != nil {
			return err
		}
		sealed, err := v.sealJSON(v.master, d, place("door", workshop, role))
		if err != nil {
			return err
		}
		if _, err := tx.Exec(`INSERT OR REPLACE INTO door (workshop, role, sealed) VALUES (?, ?, ?)`, workshop, role, sealed); err != nil {
			return err
		}
		return v.endSessions(tx, workshop, ended)
	})
	if err != nil {
		return fmt.Errorf("change a door: %w", err)
	}
	return nil
}

// EnterByLink keeps a session as PutSession does, if the link with this hash is still there: ErrShut if not.
func (v *Vault) EnterByLink(ctx context.Context, tokenHash string, s Session, linkHash string) error {
	return v.admit(ctx, tokenHash, s, func(tx *sql.Tx) error {
		var one int
		err := tx.QueryRow(`SELECT 1 FROM link WHERE token = ?`, linkHash).Scan(&one)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrShut
		}
		return err
	})
}

// EnterByPassphrase keeps a session as PutSession does, if the hash of its role's passphrase is still the one that was
// checked: ErrShut if not.
func (v *Vault) EnterByPassphrase(ctx context.Context, tokenHash string, s Session, encoded string) error {
	return v.admit(ctx, tokenHash, s, func(tx *sql.Tx) error {
		d, err := v.openDoor(tx.QueryRow(doorQuery, s.Workshop, s.Role), s.Workshop, s.Role)
		if err == nil && (encoded == "" || d.Passphrase != encoded) {
			err = ErrShut
		}
		return err
	})
}
