package vault

import (
	"crypto/cipher"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"golang.org/x/crypto/chacha20poly1305"
)

// keySize is the length of every key, in bytes.
const keySize = chacha20poly1305.KeySize

// newAEAD gives XChaCha20-Poly1305, whose nonces of 24 bytes are long enough to be drawn at random.
func newAEAD(key []byte) (cipher.AEAD, error) { return chacha20poly1305.NewX(key) }

// place names a row: the table and the columns that a sealed value is bound to, each with its length before it.
func place(table string, columns ...string) []byte {
	size := lengthSize + len(table)
	for _, column := range columns {
		size += lengthSize + len(column)
	}
	b := appendPart(make([]byte, 0, size), table)
	for _, column := range columns {
		b = appendPart(b, column)
	}
	return b
}

const lengthSize = 8 // bytes

func appendPart(b []byte, part string) []byte {
	return append(binary.BigEndian.AppendUint64(b, uint64(len(part))), part...)
}

// seal gives a random nonce and plain encrypted, bound to the row where.
func (v *Vault) seal(key cipher.AEAD, plain, where []byte) ([]byte, error) {
	return v.sealTo(make([]byte, 0, sealedSize(key, plain)), key, plain, where)
}

// sealedSize is how many bytes seal gives.
func sealedSize(key cipher.AEAD, plain []byte) int {
	return key.NonceSize() + len(plain) + key.Overhead()
}

// sealTo appends what seal gives to b.
func (v *Vault) sealTo(b []byte, key cipher.AEAD, plain, where []byte) ([]byte, error) {
	end := len(b) + key.NonceSize()
	b = slices.Grow(b, key.NonceSize())[:end]
	nonce := b[end-key.NonceSize():]
	if _, err := io.ReadFull(v.random, nonce); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	return key.Seal(b, nonce, plain, where), nil
}

// unseal gives what was sealed, or ErrDamaged if it was sealed under another key, for another row, or not at all.
func unseal(key cipher.AEAD, sealed, where []byte) ([]byte, error) {
	if len(sealed) < key.NonceSize() {
		return nil, ErrDamaged
	}
	plain, err := key.Open(nil, sealed[:key.NonceSize()], sealed[key.NonceSize():], where)
	if err != nil {
		return nil, ErrDamaged
	}
	return plain, nil
}

func (v *Vault) sealJSON(key cipher.AEAD, value any, where []byte) ([]byte, error) {
	plain, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return v.seal(key, plain, where)
}

func unsealJSON(key cipher.AEAD, sealed, where []byte, value any) error {
	plain, err := unseal(key, sealed, where)
	if err != nil {
		return err
	}
	return json.Unmarshal(plain, value)
}

// newKey draws a key and gives it plain and sealed under the installation's key.
func (v *Vault) newKey(where []byte) (key, sealed []byte, err error) {
	key = make([]byte, keySize)
	if _, err := io.ReadFull(v.random, key); err != nil {
		return nil, nil, fmt.Errorf("draw a key: %w", err)
	}
	sealed, err = v.seal(v.master, key, where)
	return key, sealed, err
}
