package passage_test

import (
	"testing"

	"sala.example/internal/passage"
)

// The hash stands in journals and records for ever: it must not change.
func TestHashIsFrozen(t *testing.T) {
	// printf '\0\0\0\0\0\0\0\20%s%s' 0123456789abcdef ศาลา | sha256sum
	const want = "4a794dedee2ae37d5611757e5275c4b7df3c01ce3c41b13bd23e8213d3253c44"
	if got := passage.Hash([]byte("0123456789abcdef"), "ศาลา"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSaltAndTextDoNotRunTogether(t *testing.T) {
	if passage.Hash([]byte("ab"), "c") == passage.Hash([]byte("a"), "bc") {
		t.Error("the same hash for another salt and text")
	}
}
