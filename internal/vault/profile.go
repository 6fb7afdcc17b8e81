package vault

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
)

// Profile is who a person is, as far as they said. Consents are off unless true.
type Profile struct {
	Name        string          `json:"name,omitempty"`
	Honorific   string          `json:"honorific,omitempty"`
	Affiliation string          `json:"affiliation,omitempty"`
	Alias       string          `json:"alias,omitempty"`
	Consents    map[string]bool `json:"consents,omitempty"`
	Expected    *Expected       `json:"expected,omitempty"` // of somebody on the organiser's list
}

// Expected is what the organiser's list says of somebody who has not come yet: how they are let in. They are no participant
// until then, and nothing of them is in the journal.
type Expected struct {
	RoleGroup string `json:"roleGroup"`
	Lang      string `json:"lang"`
}

// PutProfile keeps a person's profile in place of an earlier one. ErrErased if the person has been erased.
func (v *Vault) PutProfile(ctx context.Context, workshop, person string, p Profile) error {
	p.Consents = maps.Clone(p.Consents)
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		key, err := v.subjectKey(tx, workshop, person)
		if err != nil {
			return err
		}
		sealed, err := v.sealJSON(key, p, place("profile", workshop, person))
		if err != nil {
			return err
		}
		_, err = tx.Exec(`INSERT INTO profile (workshop, person, sealed) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET sealed = excluded.sealed`, workshop, person, sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep a profile: %w", err)
	}
	return nil
}

// Profiles gives all profiles of a workshop, by person.
func (v *Vault) Profiles(ctx context.Context, workshop string) (map[string]Profile, error) {
	const query = `SELECT person, key, sealed FROM profile JOIN subject USING (workshop, person) WHERE workshop = ?`
	rows, err := v.db.Read().QueryContext(ctx, query, workshop)
	if err != nil {
		return nil, fmt.Errorf("read profiles: %w", err)
	}
	defer rows.Close()
	profiles := map[string]Profile{}
	for rows.Next() {
		person, p, err := v.scanProfile(rows, workshop)
		if err != nil {
			return nil, fmt.Errorf("read profiles: %w", err)
		}
		profiles[person] = p
	}
	return profiles, rows.Err()
}

func (v *Vault) scanProfile(rows *sql.Rows, workshop string) (person string, p Profile, err error) {
	var wrapped, sealed []byte
	if err := rows.Scan(&person, &wrapped, &sealed); err != nil {
		return "", Profile{}, err
	}
	key, err := v.openSubject(workshop, person, wrapped)
	if err != nil {
		return "", Profile{}, err
	}
	err = unsealJSON(key, sealed, place("profile", workshop, person), &p)
	return person, p, err
}
