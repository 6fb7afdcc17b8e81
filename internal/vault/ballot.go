package vault

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// castQuery keeps a tray while there is the box; erasedQuery lists who may not be in it.
const (
	castQuery   = `INSERT INTO tray (box, ballots) SELECT id, ?2 FROM box WHERE id = ?1`
	erasedQuery = `SELECT person FROM erased WHERE workshop = ?`
)

// Vote is a person's ballot on its way into a box. A person may have several ballots there, each under a key of its own; an
// empty key stands for the person.
type Vote struct {
	Person string
	Key    string
	Ballot []byte
}

func (v Vote) key() string { return cmp.Or(v.Key, v.Person) }

// CastAll keeps ballots, each in place of the person's earlier one under the same key; they are on the disk when it returns.
// It is one write, all or none: ErrBoxClosed if the round takes no ballots, ErrErased if one of the persons has been erased;
// the others can then be cast one by one.
func (v *Vault) CastAll(ctx context.Context, workshop, round string, votes ...Vote) error {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return fmt.Errorf("cast a ballot: %w", err)
	}
	tray, voters, err := v.sealVotes(b, votes)
	if err != nil {
		return fmt.Errorf("cast a ballot: %w", err)
	}
	var n int64
	err = v.db.Write(ctx, func(tx *sql.Tx) (err error) {
		if err := v.noneErased(tx, workshop, votes); err != nil {
			return err
		}
		n, err = v.putTray(tx, b, tray)
		return err
	})
	if err != nil {
		return fmt.Errorf("cast a ballot: %w", err)
	}
	b.note(n, voters...)
	return nil
}

// noneErased gives ErrErased when one of the voters has been erased.
func (v *Vault) noneErased(tx *sql.Tx, workshop string, votes []Vote) error {
	rows, err := tx.Stmt(v.erased).Query(workshop)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var person string
		if err := rows.Scan(&person); err != nil {
			return err
		}
		if slices.ContainsFunc(votes, func(vote Vote) bool { return vote.Person == person }) {
			return ErrErased
		}
	}
	return rows.Err()
}

// putTray gives the tray's number.
func (v *Vault) putTray(tx *sql.Tx, b *box, tray []byte) (int64, error) {
	result, err := tx.Stmt(v.cast).Exec(b.id, tray)
	if err != nil {
		return 0, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return 0, errors.Join(err, ErrBoxClosed)
	}
	return result.LastInsertId()
}

// Withdraw removes the ballots that were cast in the names of persons, if there are any, while the round's box exists. Their
// remains stay in the log until the next Erase, Redact or Burn. ErrBoxClosed if the round has no box.
func (v *Vault) Withdraw(ctx context.Context, workshop, round string, persons ...string) error {
	b, err := v.box(ctx, workshop, round)
	if err == nil {
		err = v.db.Write(ctx, func(tx *sql.Tx) error { return b.takeOut(tx, persons...) })
	}
	if err != nil {
		return fmt.Errorf("withdraw a ballot: %w", err)
	}
	return nil
}

// Ballot gives the person's own ballot, and whether there is one. ErrBoxClosed if the round has no box.
func (v *Vault) Ballot(ctx context.Context, workshop, round, person string) (ballot []byte, ok bool, err error) {
	b, err := v.box(ctx, workshop, round)
	if err == nil {
		ballot, ok, err = v.ownBallot(ctx, b, b.voter(person))
	}
	if err != nil {
		return nil, false, fmt.Errorf("read a ballot: %w", err)
	}
	return ballot, ok, nil
}

func (v *Vault) ownBallot(ctx context.Context, b *box, voter pseudonym) ([]byte, bool, error) {
	n, ok := b.trayOf(voter)
	if !ok {
		return nil, false, nil
	}
	s, ok, err := v.slipIn(ctx, n, voter)
	if err != nil || !ok {
		return nil, false, err
	}
	ballot, err := b.unsealSlip(s)
	return ballot, err == nil, err
}

// Ballots gives all ballots of a round in the order of their pseudonyms, which says nothing about who cast them or when.
// ErrBoxClosed if the round has no box.
func (v *Vault) Ballots(ctx context.Context, workshop, round string) ([][]byte, error) {
	ballots, err := v.allBallots(ctx, workshop, round)
	if err != nil {
		return nil, fmt.Errorf("read the ballots: %w", err)
	}
	return ballots, nil
}

func (v *Vault) allBallots(ctx context.Context, workshop, round string) ([][]byte, error) {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return nil, err
	}
	newest, err := v.newest(ctx, b)
	if err != nil {
		return nil, err
	}
	slips := slices.SortedFunc(maps.Values(newest), slip.compare)
	ballots := make([][]byte, len(slips))
	for i, s := range slips {
		if ballots[i], err = b.unsealSlip(s); err != nil {
			return nil, err
		}
	}
	return ballots, nil
}

// Voters tells for each of the persons whether they have a ballot in the round's box; those who have not are absent.
// ErrBoxClosed if the round has no box.
func (v *Vault) Voters(ctx context.Context, workshop, round string, persons []string) (map[string]bool, error) {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return nil, fmt.Errorf("see who has cast a ballot: %w", err)
	}
	cast, err := v.newest(ctx, b)
	if err != nil {
		return nil, fmt.Errorf("see who has cast a ballot: %w", err)
	}
	voters := map[string]bool{}
	for _, person := range persons {
		if _, ok := cast[b.voter(person)]; ok {
			voters[person] = true
		}
	}
	return voters, nil
}

// eraseBallots removes the person's ballots from every box of the workshop.
func (v *Vault) eraseBallots(tx *sql.Tx, workshop, person string) error {
	boxes, err := v.boxesOf(tx, workshop)
	if err != nil {
		return err
	}
	for _, b := range boxes {
		if err := b.takeOut(tx, person); err != nil {
			return err
		}
	}
	return nil
}

func (v *Vault) boxesOf(tx *sql.Tx, workshop string) ([]*box, error) {
	rows, err := tx.Query(`SELECT round, id, key FROM box WHERE workshop = ?`, workshop)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var boxes []*box
	for rows.Next() {
		var round string
		var id, sealed []byte
		if err := rows.Scan(&round, &id, &sealed); err != nil {
			return nil, err
		}
		b, err := v.openBox(workshop, round, id, sealed)
		if err != nil {
			return nil, err
		}
		boxes = append(boxes, b)
	}
	return boxes, rows.Err()
}
