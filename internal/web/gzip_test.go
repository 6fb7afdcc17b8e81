package web

import (
	"net/http"
	"testing"
)

func TestTakesGzip(t *testing.T) {
	for accept, want := range map[string]bool{
		"":                             false,
		"gzip":                         true,
		"gzip, deflate, br, zstd":      true,
		"br, GZIP":                     true,
		"br;q=1.0, gzip;q=0.8":         true,
		"gzip;q=0":                     false,
		"gzip; q=0.000, identity":      false,
		"deflate, gzip ; Q=0":          false,
		"x-gzip-like, br":              false,
		"identity;q=1, *;q=0":          false,
		"gzip;q=, deflate":             true,
		"gzip;level=9":                 true,
		"deflate;q=0, gzip;q=0.001":    true,
		"\x00gzip":                     false,
		",,;;=,gzip":                   true,
		"br;q=0.1;gzip, deflate;q=1.0": false,
	} {
		r := &http.Request{Header: http.Header{"Accept-Encoding": {accept}}}
		if got := takesGzip(r); got != want {
			t.Errorf("%q: %v", accept, got)
		}
	}
	if two := (&http.Request{Header: http.Header{"Accept-Encoding": {"br", "gzip"}}}); !takesGzip(two) {
		t.Error("the second line was not read")
	}
}
