package vault

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"fmt"

	"sala.example/internal/passage"
)

// Passage is a person's own words. The journal knows only Ref and passage.Hash of Salt and Text. Person may be "" for words that nobody in
// the workshop wrote. Salt has at least passage.MinSalt random bytes.
type Passage struct {
	Ref, Person, Text string
	Salt              []byte
}

// sealedPassage is what is encrypted of a passage.
type sealedPassage struct {
	Text string `json:"text"`
	Salt []byte `json:"salt"`
}

// PutPassages keeps passages, all or none; one with a known ref replaces the same person's earlier one. ErrTaken if the ref
// is another person's, ErrErased if a person has been erased.
func (v *Vault) PutPassages(ctx context.Context, workshop string, passages ...Passage) error {
	for _, p := range passages {
		if len(p.Salt) < passage.MinSalt {
			return fmt.Errorf("keep passage %q: the salt has %d bytes, fewer than %d", p.Ref, len(p.Salt), passage.MinSalt)
		}
	}
	return v.db.Write(ctx, func(tx *sql.Tx) error {
		for _, p := range passages {
			if err := v.putPassage(tx, workshop, p); err != nil {
				return fmt.Errorf("keep passage %q: %w", p.Ref, err)
			}
		}
		return nil
	})
}

func (v *Vault) putPassage(tx *sql.Tx, workshop string, p Passage) error {
	key, err := v.subjectKey(tx, workshop, p.Person)
	if err != nil {
		return err
	}
	sealed, err := v.sealJSON(key, sealedPassage{Text: p.Text, Salt: p.Salt}, place("passage", workshop, p.Ref, p.Person))
	if err != nil {
		return err
	}
	result, err := tx.Exec(`INSERT INTO passage (workshop, ref, person, sealed) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET sealed = excluded.sealed WHERE person = excluded.person`, workshop, p.Ref, p.Person, sealed)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return ErrTaken
}

// Passages gives all passages of a workshop, by ref.
func (v *Vault) Passages(ctx context.Context, workshop string) (map[string]Passage, error) {
	const query = `SELECT ref, person, key, sealed FROM passage JOIN subject USING (workshop, person) WHERE workshop = ?`
	rows, err := v.db.Read().QueryContext(ctx, query, workshop)
	if err != nil {
		return nil, fmt.Errorf("read passages: %w", err)
	}
	defer rows.Close()
	passages, authors := map[string]Passage{}, map[string]author{}
	for rows.Next() {
		p, err := v.scanPassage(rows, workshop, authors)
		if err != nil {
			return nil, fmt.Errorf("read passage %q: %w", p.Ref, err)
		}
		passages[p.Ref] = p
	}
	return passages, rows.Err()
}

// author is who wrote passages, with the key that was opened for the first of
// them.
type author struct {
	person string
	key    cipher.AEAD
}

func (v *Vault) scanPassage(rows *sql.Rows, workshop string, authors map[string]author) (Passage, error) {
	var p Passage
	var person, wrapped, sealed sql.RawBytes
	if err := rows.Scan(&p.Ref, &person, &wrapped, &sealed); err != nil {
		return p, err
	}
	by, known := authors[string(person)]
	if !known {
		by.person = string(person)
		var err error
		if by.key, err = v.openSubject(workshop, by.person, wrapped); err != nil {
			return p, err
		}
		authors[by.person] = by
	}
	p.Person = by.person
	var content sealedPassage
	if err := unsealJSON(by.key, sealed, place("passage", workshop, p.Ref, p.Person), &content); err != nil {
		return p, err
	}
	p.Text, p.Salt = content.Text, content.Salt
	return p, nil
}

// Redact removes passages, whoever wrote them, and their remains on the disk. It may be repeated, and must be when it fails.
func (v *Vault) Redact(ctx context.Context, workshop string, refs ...string) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		for _, ref := range refs {
			if _, err := tx.Exec(`DELETE FROM passage WHERE workshop = ? AND ref = ?`, workshop, ref); err != nil {
				return err
			}
		}
		return markRemains(tx)
	})
	if err == nil {
		err = v.scrub(ctx)
	}
	if err != nil {
		return fmt.Errorf("redact passages %q: %w", refs, err)
	}
	return nil
}
