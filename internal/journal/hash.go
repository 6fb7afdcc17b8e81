package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// Hash is a SHA-256. As text and in JSON it is 64 lower-case hex digits.
type Hash [sha256.Size]byte

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText gives the hex digits.
func (h Hash) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, h[:]), nil }

// UnmarshalText reads 64 hex digits.
func (h *Hash) UnmarshalText(text []byte) error {
	if len(text) != 2*len(h) {
		return fmt.Errorf("a hash has %d hex digits, not %d", 2*len(h), len(text))
	}
	_, err := hex.Decode(h[:], text)
	return err
}

// format stands first in what is hashed, so that the hash can mean nothing else.
const format = "sala event 1\n"

// Sum is the hash that the event must carry: SHA-256 over, in this order, the text "sala event 1" and a line feed; Prev (32
// bytes); Workshop; Seq; At in milliseconds since 1970; Role; Kind; Data. A text goes in as its length in bytes and then
// its bytes; lengths and numbers are 8 bytes, big endian (At in two's complement).
func (e Event) Sum() Hash {
	b := make([]byte, 0, len(format)+len(e.Prev)+6*8+len(e.Workshop)+len(e.Role)+len(e.Kind)+len(e.Data))
	b = append(b, format...)
	b = append(b, e.Prev[:]...)
	b = appendText(b, e.Workshop)
	b = binary.BigEndian.AppendUint64(b, e.Seq)
	b = binary.BigEndian.AppendUint64(b, uint64(e.At.UnixMilli()))
	b = appendText(b, e.Role)
	b = appendText(b, e.Kind)
	b = appendText(b, string(e.Data))
	return sha256.Sum256(b)
}

func appendText(b []byte, text string) []byte {
	return append(binary.BigEndian.AppendUint64(b, uint64(len(text))), text...)
}
