package vault

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// argonCost is what a hash costs: memory in KiB, passes over it, and lanes.
type argonCost struct {
	memory, passes uint32
	lanes          uint8
}

// cost of new hashes: the least that OWASP's Password Storage Cheat Sheet asks of argon2id (19 MiB, 2 passes, 1 lane).
func newCost() argonCost { return argonCost{memory: 19 << 10, passes: 2, lanes: 1} }

const (
	saltSize = 16 // bytes
	hashSize = 32 // bytes
)

// NormalPassphrase is a passphrase as it is counted, compared and hashed: without spaces at its ends, in NFC, so that it
// is the same from every keyboard.
func NormalPassphrase(typed string) string {
	return norm.NFC.String(strings.TrimSpace(strings.ToValidUTF8(typed, "\uFFFD")))
}

// HashPassphrase gives what is kept of a passphrase: argon2id with a random salt, its cost and all in the PHC string
// format ($argon2id$v=19$m=…,t=…,p=…$salt$hash).
func HashPassphrase(random io.Reader, passphrase string) (string, error) {
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("draw a salt: %w", err)
	}
	c := newCost()
	hash := argon2.IDKey([]byte(NormalPassphrase(passphrase)), salt, c.passes, c.memory, c.lanes, hashSize)
	return encodeHash(c, salt, hash), nil
}

// CheckPassphrase says whether encoded was made of this passphrase. What is no hash, such as "" for a role without a
// passphrase, takes as long as a wrong passphrase and is never right.
func CheckPassphrase(encoded, passphrase string) bool {
	c, salt, hash, ok := decodeHash(encoded)
	if !ok {
		c, salt, hash = newCost(), make([]byte, saltSize), make([]byte, hashSize)
	}
	made := argon2.IDKey([]byte(NormalPassphrase(passphrase)), salt, c.passes, c.memory, c.lanes, uint32(len(hash)))
	return subtle.ConstantTimeCompare(made, hash) == 1 && ok
}

func encodeHash(c argonCost, salt, hash []byte) string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.memory, c.passes, c.lanes, b64(salt), b64(hash))
}

// decodeHash reads what encodeHash wrote, and nothing else, at any cost that a server can bear.
func decodeHash(encoded string) (c argonCost, salt, hash []byte, ok bool) {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 {
		return c, nil, nil, false
	}
	_, badCost := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.passes, &c.lanes)
	salt, badSalt := base64.RawStdEncoding.DecodeString(parts[4])
	hash, badHash := base64.RawStdEncoding.DecodeString(parts[5])
	ok = badCost == nil && badSalt == nil && badHash == nil && c.bearable() &&
		len(salt) >= 8 && len(hash) >= 16 && len(hash) <= 64 && encodeHash(c, salt, hash) == encoded
	return c, salt, hash, ok
}

func (c argonCost) bearable() bool {
	return c.memory >= 8 && c.memory <= 256<<10 && c.passes >= 1 && c.passes <= 16 && c.lanes >= 1 && c.lanes <= 16
}
