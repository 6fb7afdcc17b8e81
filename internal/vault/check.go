package vault

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Check reads everything that the vault keeps: that its tables and indexes fit together, and that every sealed row opens in
// its place. The error says what is damaged first, and in which workshop; Damaged knows it. Nothing is changed.
//
// A flipped bit in what a row is found by loses that row without a word; this is where it is noticed.
func (v *Vault) Check(ctx context.Context) error {
	if err := v.db.Check(ctx); err != nil {
		return fmt.Errorf("check the vault: %w", err)
	}
	workshops, err := v.workshops(ctx)
	if err != nil {
		return fmt.Errorf("check the vault: %w", err)
	}
	for _, workshop := range workshops {
		if err := v.checkWorkshop(ctx, workshop); err != nil {
			return fmt.Errorf("check the vault: workshop %q: %w", workshop, err)
		}
	}
	if _, err := v.Templates(ctx); err != nil {
		return fmt.Errorf("check the vault: %w", err)
	}
	return nil
}

// workshops lists all of which something is kept, sorted; "" is the installation.
func (v *Vault) workshops(ctx context.Context) ([]string, error) {
	const query = `SELECT workshop FROM subject UNION SELECT workshop FROM box UNION SELECT workshop FROM session
		UNION SELECT workshop FROM link UNION SELECT workshop FROM door ORDER BY workshop`
	return v.texts(ctx, query)
}

// texts gives the one column of a query.
func (v *Vault) texts(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := v.db.Read().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		list = append(list, text)
	}
	return list, rows.Err()
}

func (v *Vault) checkWorkshop(ctx context.Context, workshop string) error {
	_, profiles := v.Profiles(ctx, workshop)
	_, passages := v.Passages(ctx, workshop)
	sessions, links := v.checkTokens(ctx, "session", workshop), v.checkTokens(ctx, "link", workshop)
	if err := errors.Join(profiles, passages, sessions, links); err != nil {
		return err
	}
	roles, err := v.texts(ctx, `SELECT role FROM door WHERE workshop = ?`, workshop)
	if err != nil {
		return err
	}
	for _, role := range roles {
		if _, err := v.Door(ctx, workshop, role); err != nil {
			return err
		}
	}
	rounds, err := v.Boxes(ctx, workshop)
	if err != nil {
		return err
	}
	for _, round := range rounds {
		if err := v.checkBox(ctx, workshop, round); err != nil {
			return err
		}
	}
	return nil
}

// checkTokens opens the rows of a table that are found by the hash of a token. When they expire stands beside what is
// sealed too, for Prune, and must be the same.
func (v *Vault) checkTokens(ctx context.Context, table, workshop string) error {
	rows, err := v.db.Read().QueryContext(ctx, `SELECT token, expires, sealed FROM `+table+` WHERE workshop = ?`, workshop)
	if err != nil {
		return fmt.Errorf("read %ss: %w", table, err)
	}
	defer rows.Close()
	for rows.Next() {
		var token string
		var expires int64
		var sealed []byte
		if err := rows.Scan(&token, &expires, &sealed); err != nil {
			return fmt.Errorf("read %ss: %w", table, err)
		}
		var kept struct {
			Expires time.Time `json:"expires"`
		}
		err := unsealJSON(v.master, sealed, place(table, token), &kept)
		if err == nil && kept.Expires.UnixMilli() != expires {
			err = ErrDamaged
		}
		if err != nil {
			return fmt.Errorf("read %ss: %w", table, err)
		}
	}
	return rows.Err()
}

// checkBox opens every ballot, also those that were changed since.
func (v *Vault) checkBox(ctx context.Context, workshop, round string) error {
	b, err := v.box(ctx, workshop, round)
	if errors.Is(err, ErrBoxClosed) {
		return nil // burnt meanwhile
	}
	if err != nil {
		return fmt.Errorf("round %q: %w", round, err)
	}
	var damage error
	err = v.eachTray(ctx, b, func(_ int64, slips []slip) {
		for _, s := range slips {
			if _, err := b.unsealSlip(s); err != nil && damage == nil {
				damage = err
			}
		}
	})
	if err = errors.Join(err, damage); err != nil {
		return fmt.Errorf("the ballots of round %q: %w", round, err)
	}
	return nil
}
