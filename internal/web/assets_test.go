package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// What the phone's script imports is served where the page says, and for ever:
// its name changes with its content. phone.js itself has a version for that.
func TestChunksAreServedForEver(t *testing.T) {
	assets, err := newAssets()
	if err != nil {
		t.Fatal(err)
	}
	chunks := assets.chunks("phone.js")
	if len(chunks) == 0 {
		t.Fatal("phone.js has no chunks")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /assets/{file}", assets.serve)
	for _, address := range append(chunks, assets.address("phone.js")) {
		answer := httptest.NewRecorder()
		mux.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, address, nil))
		if cache := answer.Header().Get("Cache-Control"); answer.Code != http.StatusOK || !strings.Contains(cache, "immutable") {
			t.Errorf("%s: status %d, Cache-Control %q", address, answer.Code, cache)
		}
	}
}
