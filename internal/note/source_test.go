package note

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const thaiText = "การประชุมเชิงปฏิบัติการ น้ำ\n๐๙.๐๐ น. ลงทะเบียน\n"

func TestDecode(t *testing.T) {
	french := "Réunion à l'école : 9h00 Accueil"
	for name, c := range map[string]struct {
		in   []byte
		want string
	}{
		"utf-8":        {[]byte(thaiText), thaiText},
		"utf-8 bom":    {[]byte("\uFEFF" + thaiText), thaiText},
		"utf-16 le":    {encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), thaiText), thaiText},
		"utf-16 be":    {encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), thaiText), thaiText},
		"utf-32 le":    {encode(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), thaiText), thaiText},
		"windows-874":  {encode(t, charmap.Windows874, thaiText), thaiText},
		"windows-1252": {encode(t, charmap.Windows1252, french), french},
		"damaged":      {[]byte(strings.Repeat(thaiText, 9) + "\xE0\xB8"), strings.Repeat(thaiText, 9) + "\uFFFD"},
	} {
		got, err := Decode(bytes.NewReader(c.in), name)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecodeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		in   io.Reader
		want error
	}{
		"empty":     {strings.NewReader(""), ErrEmpty},
		"blank":     {strings.NewReader(" \n\t\r\n\uFEFF"), ErrEmpty},
		"rule only": {strings.NewReader("-----\n***\n"), ErrEmpty},
		"pdf":       {strings.NewReader("%PDF-1.7\nhello"), ErrBinary},
		"zip":       {strings.NewReader("PK\x03\x04hello"), ErrBinary},
		"nul":       {strings.NewReader("a\x00b"), ErrBinary},
		"noise":     {bytes.NewReader(bytes.Repeat([]byte{1, 2, 0xFF, 0x81}, 100)), ErrBinary},
		"large":     {io.LimitReader(endless{}, MaxBytes+10), ErrTooLarge},
	} {
		if _, err := Decode(c.in, name); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		} else if !strings.Contains(err.Error(), name) {
			t.Errorf("%s: the error does not name the file: %v", name, err)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}
