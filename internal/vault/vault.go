// Package vault keeps what must be erasable, outside the journal: who people are, their own words, and ballots while a
// round is open; and the sessions and links by which they come in.
//
// Everything of a person is sealed (XChaCha20-Poly1305) under a random key of that person, everything in a ballot box
// under a random key of that round; these keys are sealed under the installation's key, which lies in vault.key beside
// vault.db. Every sealed value is bound to its row, so that a row moved or changed is noticed. To erase is to destroy the
// key and the rows, and to rewrite the file without their remains.
//
// People and workshops are opaque ids. The vault has no clock: callers compare expiry times themselves.
package vault

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"

	"sala.example/internal/random"
	"sala.example/internal/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

var (
	// ErrKeyMissing tells that there is a vault but no key to it.
	ErrKeyMissing = errors.New("vault.key is missing beside vault.db; put it back from the backup: nothing in the vault can be read without it")
	// ErrWrongKey tells that vault.key is not the key of this vault.
	ErrWrongKey = errors.New("vault.key is not the key of this vault.db; put the right one back from the backup")
	// ErrDamaged tells that a row is not as the vault wrote it.
	ErrDamaged = errors.New("a row of the vault was changed from outside")
	// ErrErased tells that the person has been erased, so that nothing more is kept of them.
	ErrErased = errors.New("the person has been erased")
	// ErrBoxClosed tells that there is no ballot box of this round: it has not been opened, or is burnt.
	ErrBoxClosed = errors.New("the ballot box is closed")
	// ErrTaken tells that a passage's ref belongs to another person.
	ErrTaken = errors.New("the ref belongs to another person's passage")
)

// Vault is an open vault. All methods may be called from many goroutines.
type Vault struct {
	db     *sqlite.DB
	master cipher.AEAD // of the installation's key
	root   []byte      // see Derive
	random io.Reader

	cast, erased *sql.Stmt // on the writer
	lookup       *sql.Stmt // on the readers

	mu    sync.RWMutex
	boxes map[boxName]*box // the boxes used since the start, with their keys

	owing chan struct{} // asks scrubLater
	stop  func()        // ends it
}

// Open opens or creates the vault in the folder dir, which must be held by this process (see internal/datadir). randomness is
// the source of all keys: crypto/rand.Reader, except in a rehearsal that must be repeatable.
func Open(ctx context.Context, dir string, randomness io.Reader) (*Vault, error) {
	path := filepath.Join(dir, "vault.db")
	source := random.Locked(randomness)
	key, err := loadKey(filepath.Join(dir, "vault.key"), path, source)
	if err != nil {
		return nil, fmt.Errorf("open vault: %w", err)
	}
	db, err := sqlite.Open(ctx, path, migrations, sqlite.SecureDelete())
	if err != nil {
		return nil, fmt.Errorf("open vault: %w", err)
	}
	v := &Vault{db: db, random: source, boxes: map[boxName]*box{}, owing: make(chan struct{}, 1)}
	closed, done := make(chan struct{}), make(chan struct{})
	v.stop = sync.OnceFunc(func() { close(closed); <-done })
	go func() { defer close(done); v.scrubLater(closed) }()
	if err := v.start(ctx, key); err != nil {
		v.stop()
		return nil, errors.Join(fmt.Errorf("open vault: %w", err), db.Close())
	}
	return v, nil
}

// start proves the key, and finishes an erasure that a crash may have interrupted.
func (v *Vault) start(ctx context.Context, key []byte) (err error) {
	if v.master, err = newAEAD(key); err != nil {
		return err
	}
	v.root = derivation(key)
	if err := v.proveKey(ctx); err != nil {
		return err
	}
	if v.cast, err = v.db.Prepare(ctx, castQuery); err != nil {
		return err
	}
	if v.erased, err = v.db.Prepare(ctx, erasedQuery); err != nil {
		return err
	}
	if v.lookup, err = v.db.Read().PrepareContext(ctx, `SELECT sealed FROM session WHERE token = ?`); err != nil {
		return err
	}
	if err = v.scrub(ctx); Unwritable(err) {
		return nil // all can be read; Prune tries again
	}
	return err
}

// Unwritable tells whether err means that the disk took no write. What is there can still be read, and the same call may
// succeed later.
func Unwritable(err error) bool { return sqlite.Unwritable(err) }

// Full tells whether err means that the disk is known to be full.
func Full(err error) bool { return sqlite.Full(err) }

// Damaged tells whether err means that the vault is not as it was written.
func Damaged(err error) bool { return errors.Is(err, ErrDamaged) || sqlite.Damaged(err) }

// proveKey opens the proof that was sealed when the vault was made, or makes it.
func (v *Vault) proveKey(ctx context.Context) error {
	return v.db.Write(ctx, func(tx *sql.Tx) error {
		where := place("installation")
		var proof []byte
		err := tx.QueryRow(`SELECT proof FROM installation`).Scan(&proof)
		if errors.Is(err, sql.ErrNoRows) {
			if proof, err = v.seal(v.master, nil, where); err != nil {
				return err
			}
			_, err = tx.Exec(`INSERT INTO installation (id, proof) VALUES (1, ?)`, proof)
			return err
		}
		if err != nil {
			return err
		}
		if _, err := unseal(v.master, proof, where); err != nil {
			return ErrWrongKey
		}
		return nil
	})
}

// Touch writes, commits and takes back a row: it fails when the vault cannot be
// written to, on a full disk for example. (A row that is updated to what it is
// would not be written at all.)
func (v *Vault) Touch(ctx context.Context) error {
	err := v.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO erased (workshop, person) VALUES ('', '')`); err != nil {
			return err
		}
		_, err := tx.Exec(`DELETE FROM erased WHERE workshop = '' AND person = ''`)
		return err
	})
	if err != nil {
		return fmt.Errorf("write to the vault: %w", err)
	}
	return nil
}

// Waiting is how many writes the writer has not begun.
func (v *Vault) Waiting() int { return v.db.Waiting() }

// Close lets running calls finish and closes the file.
func (v *Vault) Close() error {
	v.stop()
	return errors.Join(v.lookup.Close(), v.db.Close())
}
