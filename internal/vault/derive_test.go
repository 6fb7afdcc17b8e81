package vault

import (
	"bytes"
	"testing"
)

func TestDerive(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	secret := v.Derive("link", "workshop chair")
	for name, other := range map[string][]byte{
		"another subject":        v.Derive("link", "workshop officer"),
		"another purpose":        v.Derive("mask", "workshop chair"),
		"cut at another place":   v.Derive("linkw", "orkshop chair"),
		"another installation":   open(t, t.TempDir()).Derive("link", "workshop chair"),
		"nothing at all derived": {},
	} {
		if bytes.Equal(secret, other) {
			t.Errorf("%s: the same secret", name)
		}
	}
	must(t, v.Close())
	if again := open(t, dir).Derive("link", "workshop chair"); len(secret) != 32 || !bytes.Equal(secret, again) {
		t.Error("after a restart the secret is another one")
	}
}
