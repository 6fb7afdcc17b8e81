// Package passage ties a person's own words to the journal, which never holds the words themselves.
//
// An event says {"ref": …, "hash": …}; the words and their salt lie in the vault. While they are there, the hash proves
// that they are the ones that were said; once they are erased, the salt is gone and nobody can guess the words from the hash.
package passage

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// MinSalt is the least length of a salt, in bytes: shorter ones could be found by trying.
const MinSalt = 16

// Hash is the lower-case hex SHA-256 of the salt's length (8 bytes, big endian), the salt, and the text in UTF-8.
func Hash(salt []byte, text string) string {
	h := sha256.New()
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(salt))))
	h.Write(salt)
	h.Write([]byte(text))
	return hex.EncodeToString(h.Sum(nil))
}
