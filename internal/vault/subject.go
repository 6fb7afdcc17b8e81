package vault

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"errors"
	"fmt"
)

// subjectKey gives the person's key, and makes it when it is the first time that something of them is kept.
func (v *Vault) subjectKey(tx *sql.Tx, workshop, person string) (cipher.AEAD, error) {
	if err := notErased(tx, workshop, person); err != nil {
		return nil, err
	}
	var sealed []byte
	err := tx.QueryRow(`SELECT key FROM subject WHERE workshop = ? AND person = ?`, workshop, person).Scan(&sealed)
	if err == nil {
		return v.openSubject(workshop, person, sealed)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	key, sealed, err := v.newKey(place("subject", workshop, person))
	if err != nil {
		return nil, err
	}
	if _, err := tx.Exec(`INSERT INTO subject (workshop, person, key) VALUES (?, ?, ?)`, workshop, person, sealed); err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func (v *Vault) openSubject(workshop, person string, sealed []byte) (cipher.AEAD, error) {
	key, err := unseal(v.master, sealed, place("subject", workshop, person))
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func notErased(tx *sql.Tx, workshop, person string) error {
	var one int
	err := tx.QueryRow(`SELECT 1 FROM erased WHERE workshop = ? AND person = ?`, workshop, person).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return ErrErased
}

// Erase removes, for each of the persons, their key, profile, passages, ballots in boxes that are not burnt, sessions, and links
// whose target they are, all or none, and rewrites the file once so that nothing of them remains on the disk. Later attempts to keep something of them get
// ErrErased. It may be repeated, and must be when it fails: the rows may be gone but their remains not yet.
func (v *Vault) Erase(ctx context.Context, workshop string, persons ...string) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		for _, person := range persons {
			if err := v.eraseRows(tx, workshop, person); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = v.scrub(ctx)
	}
	if err != nil {
		return fmt.Errorf("erase a person: %w", err)
	}
	return nil
}

// Erased says whether a person was erased. Their rows went with the mark that
// says so; what remained of them on the disk went then, or when the vault was
// opened.
func (v *Vault) Erased(ctx context.Context, workshop, person string) (bool, error) {
	var n int
	err := v.db.Read().QueryRowContext(ctx, `SELECT count(*) FROM erased WHERE workshop = ? AND person = ?`, workshop, person).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("look for an erased person: %w", err)
	}
	return n > 0, nil
}

func (v *Vault) eraseRows(tx *sql.Tx, workshop, person string) error {
	if err := v.eraseBallots(tx, workshop, person); err != nil {
		return err
	}
	if err := v.eraseLinks(tx, workshop, person); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM session WHERE workshop = ? AND person = ?`,
		`DELETE FROM subject WHERE workshop = ? AND person = ?`, // and by it the profile and the passages
		`INSERT INTO erased (workshop, person) VALUES (?, ?) ON CONFLICT DO NOTHING`,
	} {
		if _, err := tx.Exec(query, workshop, person); err != nil {
			return err
		}
	}
	return markRemains(tx)
}
