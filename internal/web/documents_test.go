package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Documents are understood one after the other, and whoever tends the memory
// hears of each.
func TestOneDocumentAtATime(t *testing.T) {
	t.Parallel()
	var told []bool // guarded by the turn
	d := newDocuments(func(on bool) { told = append(told, on) })
	r := httptest.NewRequest(http.MethodPost, "/new/read", nil)
	reading := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if err := d.understand(r, func() error {
				reading++
				if reading != 1 {
					t.Errorf("%d are read at once", reading)
				}
				reading--
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(told) != 16 {
		t.Fatalf("told %d times, want 16", len(told))
	}
	for i, on := range told {
		if on != (i%2 == 0) {
			t.Fatalf("told %v", told)
		}
	}
}

// Who has gone does not wait for another document.
func TestADocumentOfSomebodyWhoHasGone(t *testing.T) {
	t.Parallel()
	d := newDocuments(func(bool) {})
	d.turn <- struct{}{}
	gone, leave := context.WithCancel(t.Context())
	leave()
	r := httptest.NewRequestWithContext(gone, http.MethodPost, "/new/read", strings.NewReader("x"))
	err := d.understand(r, func() error { t.Error("it was read"); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
