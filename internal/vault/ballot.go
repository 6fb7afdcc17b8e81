package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// castQuery keeps a ballot unless the box is closed or the person erased.
const castQuery = `INSERT INTO ballot (box, voter, sealed) SELECT ?1, ?2, ?3
	WHERE EXISTS (SELECT 1 FROM box WHERE id = ?1 AND open = 1)
	AND NOT EXISTS (SELECT 1 FROM erased WHERE workshop = ?4 AND person = ?5)
	ON CONFLICT DO UPDATE SET sealed = excluded.sealed`

// Vote is a person's ballot on its way into a box.
type Vote struct {
	Person string
	Ballot []byte
}

// Cast keeps a person's ballot in place of an earlier one; it is on the disk when Cast returns. ErrBoxClosed if the round
// takes no ballots, ErrErased if the person has been erased.
func (v *Vault) Cast(ctx context.Context, workshop, round, person string, ballot []byte) error {
	return v.CastAll(ctx, workshop, round, Vote{Person: person, Ballot: ballot})
}

// CastAll keeps several ballots in one write, all or none: an error of Cast for one of them is an error for all, and they
// can be cast one by one.
func (v *Vault) CastAll(ctx context.Context, workshop, round string, votes ...Vote) error {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return fmt.Errorf("cast a ballot: %w", err)
	}
	voters, sealed := make([][]byte, len(votes)), make([][]byte, len(votes))
	for i, vote := range votes {
		voters[i] = b.voter(vote.Person)
		if sealed[i], err = v.seal(b.seal, vote.Ballot, b.where(voters[i])); err != nil {
			return fmt.Errorf("cast a ballot: %w", err)
		}
	}
	err = v.db.Write(ctx, func(tx *sql.Tx) error {
		cast := tx.Stmt(v.cast)
		for i, vote := range votes {
			if err := castRow(tx, cast, b, voters[i], sealed[i], workshop, vote.Person); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("cast a ballot: %w", err)
	}
	return nil
}

func castRow(tx *sql.Tx, cast *sql.Stmt, b *box, voter, sealed []byte, workshop, person string) error {
	result, err := cast.Exec(b.id, voter, sealed, workshop, person)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return err
	}
	if err := notErased(tx, workshop, person); err != nil {
		return err
	}
	return ErrBoxClosed
}

// Withdraw removes the ballots that were cast in the names of persons, if there are any, while the round's box exists. Their
// remains stay in the log until the next Erase, Redact or Burn. ErrBoxClosed if the round has no box.
func (v *Vault) Withdraw(ctx context.Context, workshop, round string, persons ...string) error {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return fmt.Errorf("withdraw a ballot: %w", err)
	}
	err = v.db.Write(ctx, func(tx *sql.Tx) error {
		for _, person := range persons {
			if _, err := tx.Exec(`DELETE FROM ballot WHERE box = ? AND voter = ?`, b.id, b.voter(person)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("withdraw a ballot: %w", err)
	}
	return nil
}

// Ballot gives the person's own ballot, and whether there is one. ErrBoxClosed if the round has no box.
func (v *Vault) Ballot(ctx context.Context, workshop, round, person string) ([]byte, bool, error) {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return nil, false, fmt.Errorf("read a ballot: %w", err)
	}
	voter := b.voter(person)
	var sealed []byte
	err = v.db.Read().QueryRowContext(ctx, `SELECT sealed FROM ballot WHERE box = ? AND voter = ?`, b.id, voter).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read a ballot: %w", err)
	}
	ballot, err := unseal(b.seal, sealed, b.where(voter))
	if err != nil {
		return nil, false, fmt.Errorf("read a ballot: %w", err)
	}
	return ballot, true, nil
}

// Ballots gives all ballots of a round in the order of their pseudonyms, which says nothing about who cast them or when. It
// is meant for after CloseBallotBox. ErrBoxClosed if the round has no box.
func (v *Vault) Ballots(ctx context.Context, workshop, round string) ([][]byte, error) {
	var ballots [][]byte
	err := v.eachBallot(ctx, workshop, round, func(b *box, voter, sealed []byte) error {
		ballot, err := unseal(b.seal, sealed, b.where(voter))
		ballots = append(ballots, ballot)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the ballots: %w", err)
	}
	return ballots, nil
}

// Voters tells for each of the persons whether they have a ballot in the round's box; those who have not are absent.
// ErrBoxClosed if the round has no box.
func (v *Vault) Voters(ctx context.Context, workshop, round string, persons []string) (map[string]bool, error) {
	cast := map[string]bool{}
	err := v.eachBallot(ctx, workshop, round, func(_ *box, voter, _ []byte) error {
		cast[string(voter)] = true
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("see who has cast a ballot: %w", err)
	}
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return nil, fmt.Errorf("see who has cast a ballot: %w", err)
	}
	voters := map[string]bool{}
	for _, person := range persons {
		if cast[string(b.voter(person))] {
			voters[person] = true
		}
	}
	return voters, nil
}

func (v *Vault) eachBallot(ctx context.Context, workshop, round string, visit func(b *box, voter, sealed []byte) error) error {
	b, err := v.box(ctx, workshop, round)
	if err != nil {
		return err
	}
	rows, err := v.db.Read().QueryContext(ctx, `SELECT voter, sealed FROM ballot WHERE box = ? ORDER BY voter`, b.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var voter, sealed []byte
		if err := rows.Scan(&voter, &sealed); err != nil {
			return err
		}
		if err := visit(b, voter, sealed); err != nil {
			return err
		}
	}
	return rows.Err()
}

// eraseBallots removes the person's ballot from every box of the workshop.
func (v *Vault) eraseBallots(tx *sql.Tx, workshop, person string) error {
	boxes, err := v.boxesOf(tx, workshop)
	if err != nil {
		return err
	}
	for _, b := range boxes {
		if _, err := tx.Exec(`DELETE FROM ballot WHERE box = ? AND voter = ?`, b.id, b.voter(person)); err != nil {
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
