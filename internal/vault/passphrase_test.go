package vault

import (
	"crypto/rand"
	"runtime"
	"strings"
	"testing"
)

func TestPassphrases(t *testing.T) {
	const right = "ข้าวเหนียวมะม่วง 3 จาน"
	encoded, err := HashPassphrase(rand.Reader, right)
	must(t, err)
	if !strings.HasPrefix(encoded, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("kept as %s", encoded)
	}
	for typed, want := range map[string]bool{
		right: true, " " + right + "\n": true, "": false, right + "!": false, strings.ToUpper("sala"): false,
	} {
		if CheckPassphrase(encoded, typed) != want {
			t.Errorf("%q is taken: %v, want %v", typed, !want, want)
		}
	}
	again, err := HashPassphrase(rand.Reader, right)
	must(t, err)
	if again == encoded {
		t.Error("two hashes are the same: no salt")
	}
	if CheckPassphrase(encoded[:len(encoded)-2]+"AA", right) {
		t.Error("a changed hash is taken")
	}
}

// Tone mark and vowel below, accent and letter: another keyboard sends them in another order, or in one.
func TestAPassphraseFromAnotherKeyboard(t *testing.T) {
	for one, other := range map[string]string{"ผู\u0e49ประสานงานโรงเรียน": "ผ\u0e49\u0e39ประสานงานโรงเรียน", "cafe\u0301 au lait noir": "caf\u00e9 au lait noir"} {
		if one == other {
			t.Fatalf("%q is written the same way", one)
		}
		encoded, err := HashPassphrase(rand.Reader, one)
		must(t, err)
		if !CheckPassphrase(encoded, other) {
			t.Errorf("%+q is not %+q", other, one)
		}
	}
}

// A vector of the reference implementation (phc-winner-argon2, test.c: argon2id, "password", "somesalt", t=2, m=2^16 KiB, p=1).
func TestReferenceVector(t *testing.T) {
	const encoded = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if !CheckPassphrase(encoded, "password") || CheckPassphrase(encoded, "passwore") {
		t.Error("not argon2id as the reference computes it")
	}
}

// No passphrase is like a wrong one: never right, and not told by the time it
// takes, which is that of filling the memory that argon2id asks for.
func TestNoPassphraseTakesAsLong(t *testing.T) {
	encoded, err := HashPassphrase(rand.Reader, "a passphrase of a chair")
	must(t, err)
	for typed, encoded := range map[string]string{"another": encoded, "": ""} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if CheckPassphrase(encoded, typed) {
			t.Errorf("%q opens %q", typed, encoded)
		}
		runtime.ReadMemStats(&after)
		if filled, want := after.TotalAlloc-before.TotalAlloc, uint64(newCost().memory)<<10; filled < want {
			t.Errorf("%q against %q fills %d bytes, want %d", typed, encoded, filled, want)
		}
	}
}

func FuzzDecodeHash(f *testing.F) {
	for _, seed := range []string{
		"", "$", "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "$argon2i$v=19$m=1,t=0,p=0$$",
		"$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "$argon2id$v=19$m=8,t=1,p=300$c29tZXNhbHQ$AA", "$argon2id$v=19$m= 8,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, encoded string) {
		c, salt, hash, ok := decodeHash(encoded)
		if !ok {
			return
		}
		if encodeHash(c, salt, hash) != encoded || c.memory > 256<<10 || c.passes == 0 || c.lanes == 0 || len(hash) < 16 {
			t.Errorf("%q was read as %+v", encoded, c)
		}
	})
}
