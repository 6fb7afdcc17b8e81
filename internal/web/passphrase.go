package web

import (
	"crypto/rand"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// What a passphrase must be, in characters.
const (
	shortestPassphrase = 12
	longestPassphrase  = 200
	fewestCharacters   = 5 // different ones
)

// fitPassphrase refuses a passphrase that is short, long or of few different
// characters, and one that everybody in the room can read off the wall: the
// workshop's title or code, with less than a passphrase's length beside it.
func fitPassphrase(typed string, known ...string) error {
	p := vault.NormalPassphrase(typed)
	n := utf8.RuneCountInString(p)
	switch {
	case n < shortestPassphrase:
		return &workshop.Refusal{Code: "passphrase.too-short", Args: map[string]string{"least": strconv.Itoa(shortestPassphrase)}}
	case n > longestPassphrase:
		return &workshop.Refusal{Code: "passphrase.too-long", Args: map[string]string{"limit": strconv.Itoa(longestPassphrase)}}
	case different(p) < fewestCharacters:
		return &workshop.Refusal{Code: "passphrase.too-simple", Args: map[string]string{"least": strconv.Itoa(fewestCharacters)}}
	case isKnown(bare(p), known):
		return &workshop.Refusal{Code: "passphrase.known"}
	}
	return nil
}

func different(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	return len(seen)
}

// isKnown: part of a known text, or hardly more than known texts.
func isKnown(p string, known []string) bool {
	rest := p
	for _, text := range known {
		if text = bare(text); text == "" {
			continue
		}
		if strings.Contains(text, p) {
			return true
		}
		rest = strings.ReplaceAll(rest, text, "")
	}
	return len(rest) < len(p) && utf8.RuneCountInString(rest) < shortestPassphrase
}

// bare is a text without what is easily varied: case, spaces and punctuation.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, vault.NormalPassphrase(text))
}

// hashPassphrase draws its salt from the system, as newToken does.
func hashPassphrase(typed string) (string, error) { return vault.HashPassphrase(rand.Reader, typed) }
