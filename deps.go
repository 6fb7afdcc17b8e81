//go:build deps

package main

import (
	_ "github.com/alecthomas/kong"
	_ "github.com/go-text/typesetting/font"
	_ "github.com/go-text/typesetting/harfbuzz"
	_ "github.com/go-text/typesetting/shaping"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/sergi/go-diff/diffmatchpatch"
	_ "golang.org/x/crypto/argon2"
	_ "golang.org/x/crypto/chacha20poly1305"
	_ "golang.org/x/text/collate"
	_ "golang.org/x/text/language"
	_ "golang.org/x/text/unicode/norm"
	_ "golang.org/x/term"
	_ "modernc.org/sqlite"
	_ "pgregory.net/rapid"
	_ "rsc.io/qr"
	_ "github.com/rogpeppe/go-internal/testscript"
)
