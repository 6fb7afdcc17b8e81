package room

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"strings"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/vault"
)

// purposeJoin marks the vault's link that holds a workshop's code.
const purposeJoin = "join"

// codeOf reads a workshop's code from the vault.
func (h *House) codeOf(ctx context.Context, id string) (string, error) {
	links, err := h.deps.Vault.Links(ctx, id)
	if err != nil {
		return "", fmt.Errorf("read links of workshop %s: %w", id, err)
	}
	for _, l := range links {
		if l.Purpose == purposeJoin {
			return l.Target, nil
		}
	}
	return "", fmt.Errorf("workshop %s has no code in the vault: is this the vault that belongs to the journal?", id)
}

// codeAlphabet has no letters or digits that look alike.
const (
	codeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength   = 6
)

// newCode makes a code that no workshop here has: 30^6, over 700 million.
func (h *House) newCode(ctx context.Context, id string) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for {
		code, err := randomCode(h.deps.Random)
		if err != nil {
			return "", err
		}
		if _, taken := h.codes[code]; taken {
			continue
		}
		link := vault.Link{Workshop: id, Role: access.Participant, Purpose: purposeJoin, Target: code, Expires: farFuture}
		if err := h.deps.Vault.PutLink(ctx, HashToken("code:"+code), link); err != nil {
			return "", fmt.Errorf("keep the code: %w", err)
		}
		return code, nil
	}
}

var farFuture = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// randomCode throws away the few byte values that would make some letters
// likelier than others.
func randomCode(random io.Reader) (string, error) {
	var code strings.Builder
	limit := byte(256 / len(codeAlphabet) * len(codeAlphabet))
	for code.Len() < codeLength {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", fmt.Errorf("make code: %w", err)
		}
		if b[0] < limit {
			code.WriteByte(codeAlphabet[int(b[0])%len(codeAlphabet)])
		}
	}
	return code.String(), nil
}

// HashToken is what the vault keeps of a secret that opens something.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// codeFor is called under the lock.
func (h *House) codeFor(id string) (string, bool) {
	for code, known := range h.codes {
		if known == id {
			return code, true
		}
	}
	return "", false
}

// plainCode is a code as it is kept, however it was typed.
func plainCode(typed string) string {
	return strings.ToUpper(strings.Join(strings.FieldsFunc(typed, func(c rune) bool { return c == ' ' || c == '-' }), ""))
}

// Knows says that a workshop here has the code, however it was typed.
func (h *House) Knows(code string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, ok := h.codes[plainCode(code)]
	return ok
}

// HasCode says that the room has the code, however it was typed.
func (r *Room) HasCode(typed string) bool { return r.code == plainCode(typed) }

// ByCode gives the room that a code opens, however it was typed.
func (h *House) ByCode(ctx context.Context, code string) (*Room, error) {
	h.mu.Lock()
	id, ok := h.codes[plainCode(code)]
	h.mu.Unlock()
	if !ok {
		return nil, ErrNoRoom
	}
	return h.Room(ctx, id)
}

// Codes lists the workshops here by code.
func (h *House) Codes() map[string]string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.codes)
}
