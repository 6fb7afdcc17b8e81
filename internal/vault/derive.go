package vault

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
)

// derivation is the key that Derive works with; it differs from the key that
// seals, so that nothing derived says anything about it.
func derivation(key []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte("sala: derive"))
	return h.Sum(nil)
}

// Derive gives 32 secret bytes for a purpose and a subject. They follow from
// the installation's key (HMAC-SHA256), so they need no keeping: the same call
// gives the same bytes for as long as the installation has its key.
func (v *Vault) Derive(purpose, subject string) []byte {
	h := hmac.New(sha256.New, v.root)
	fmt.Fprintf(h, "%d:%s%s", len(purpose), purpose, subject)
	return h.Sum(nil)
}
