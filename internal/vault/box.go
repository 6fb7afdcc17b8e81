package vault

import (
	"context"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"
)

type boxName struct{ workshop, round string }

// box is a ballot box's id and what follows from its round's key.
type box struct {
	id   []byte
	seal cipher.AEAD // of the ballots

	hashing sync.Mutex
	hash    hash.Hash // HMAC-SHA256 that hides who cast a ballot; used again, since to set one up costs as much as a sum
	buffer  []byte    // of sum

	mu    sync.Mutex
	trays map[pseudonym]int64 // where each voter's last slip was put
}

// note remembers in which tray the voters' slips lie. Of two trays the later has the higher number, and counts.
func (b *box) note(tray int64, voters ...pseudonym) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, voter := range voters {
		b.trays[voter] = max(b.trays[voter], tray)
	}
}

// trayOf gives the tray in which a voter's last slip was put; it may have been taken out since.
func (b *box) trayOf(voter pseudonym) (int64, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n, ok := b.trays[voter]
	return n, ok
}

// newBox derives two keys from the round's key by HKDF-SHA256 (RFC 5869).
func newBox(id, key []byte) (*box, error) {
	sealing, err := hkdf.Expand(sha256.New, key, "sala ballot seal", keySize)
	if err != nil {
		return nil, err
	}
	hiding, err := hkdf.Expand(sha256.New, key, "sala ballot pseudonym", keySize)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(sealing)
	return &box{id: id, seal: aead, hash: hmac.New(sha256.New, hiding), trays: map[pseudonym]int64{}}, err
}

// voter is the person's pseudonym in this box: HMAC-SHA256 of their id, its first 16 bytes. Without the round's key it is a
// random number.
func (b *box) voter(person string) pseudonym {
	sum := b.sum(person)
	return pseudonym(sum[:len(pseudonym{})])
}

// sum is the HMAC of the parts, one after the other, under the round's second key.
func (b *box) sum(parts ...string) (sum [sha256.Size]byte) {
	b.hashing.Lock()
	defer b.hashing.Unlock()
	b.buffer = b.buffer[:0]
	for _, part := range parts {
		b.buffer = append(b.buffer, part...)
	}
	b.hash.Reset()
	b.hash.Write(b.buffer)
	b.buffer = b.hash.Sum(b.buffer[:0])
	return [sha256.Size]byte(b.buffer)
}

// where is what a ballot is bound to.
func (b *box) where(voter pseudonym) []byte { return place("ballot", string(b.id), string(voter[:])) }

// OpenBallotBox makes the box that takes a round's ballots until it is burnt. Nothing happens if there is one.
func (v *Vault) OpenBallotBox(ctx context.Context, workshop, round string) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		var there bool
		const query = `SELECT EXISTS (SELECT 1 FROM box WHERE workshop = ? AND round = ?)`
		if err := tx.QueryRow(query, workshop, round).Scan(&there); err != nil || there {
			return err
		}
		id := make([]byte, 16)
		if _, err := io.ReadFull(v.random, id); err != nil {
			return fmt.Errorf("draw an id: %w", err)
		}
		_, sealed, err := v.newKey(place("box", workshop, round, string(id)))
		if err != nil {
			return err
		}
		// The column open is of the first schema: a box that is there takes ballots.
		_, err = tx.Exec(`INSERT INTO box (id, workshop, round, key, open) VALUES (?, ?, ?, ?, 1)`, id, workshop, round, sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("open the ballot box of round %q: %w", round, err)
	}
	return nil
}

// Boxes lists the rounds of a workshop that have a box, sorted.
func (v *Vault) Boxes(ctx context.Context, workshop string) ([]string, error) {
	rows, err := v.db.Read().QueryContext(ctx, `SELECT round FROM box WHERE workshop = ? ORDER BY round`, workshop)
	if err != nil {
		return nil, fmt.Errorf("list ballot boxes: %w", err)
	}
	defer rows.Close()
	var rounds []string
	for rows.Next() {
		var round string
		if err := rows.Scan(&round); err != nil {
			return nil, fmt.Errorf("list ballot boxes: %w", err)
		}
		rounds = append(rounds, round)
	}
	return rounds, rows.Err()
}

// Burn destroys the round's key, its ballots and its pseudonyms, and their remains on the disk. It may be repeated, and must
// be when it fails.
func (v *Vault) Burn(ctx context.Context, workshop, round string) error {
	err := v.burnRows(ctx, workshop, round)
	if err == nil {
		err = v.scrub(ctx)
	}
	if err != nil {
		return fmt.Errorf("burn the ballots of round %q: %w", round, err)
	}
	return nil
}

// burnRows holds the lock meanwhile, so that nobody reads the key from the file into memory again.
func (v *Vault) burnRows(ctx context.Context, workshop, round string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM box WHERE workshop = ? AND round = ?`, workshop, round); err != nil { // and by it the ballots
			return err
		}
		return markRemains(tx)
	})
	if err == nil {
		delete(v.boxes, boxName{workshop, round})
	}
	return err
}

// box gives a round's box, from memory if it can. ErrBoxClosed if there is none.
func (v *Vault) box(ctx context.Context, workshop, round string) (*box, error) {
	name := boxName{workshop, round}
	v.mu.RLock()
	b := v.boxes[name]
	v.mu.RUnlock()
	if b != nil {
		return b, nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	var id, sealed []byte
	const query = `SELECT id, key FROM box WHERE workshop = ? AND round = ?`
	err := v.db.Read().QueryRowContext(ctx, query, workshop, round).Scan(&id, &sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrBoxClosed
	}
	if err != nil {
		return nil, err
	}
	if b, err = v.openBox(workshop, round, id, sealed); err != nil {
		return nil, err
	}
	if err := v.findTrays(ctx, b); err != nil {
		return nil, err
	}
	v.boxes[name] = b
	return b, nil
}

// findTrays learns from the disk what note remembers.
func (v *Vault) findTrays(ctx context.Context, b *box) error {
	return v.eachTray(ctx, b, func(n int64, slips []slip) {
		for _, s := range slips {
			b.note(n, s.voter)
		}
	})
}

func (v *Vault) openBox(workshop, round string, id, sealed []byte) (*box, error) {
	key, err := unseal(v.master, sealed, place("box", workshop, round, string(id)))
	if err != nil {
		return nil, err
	}
	return newBox(id, key)
}
