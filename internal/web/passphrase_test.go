package web

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sala.example/internal/workshop"
)

func TestFitPassphrase(t *testing.T) {
	known := []string{"4F7KQX", "Workshop on schooling", "การประชุมเรื่องการศึกษา"}
	for typed, want := range map[string]string{
		"":                        "passphrase.too-short",
		"eleven char":             "passphrase.too-short",
		"            ":            "passphrase.too-short",
		"twelve chars":            "",
		"river lamp seven onions": "",

		"มะม่วง ตะเกียง เจ็ดสิบ":           "",
		strings.Repeat("long enough ", 17): "passphrase.too-long",
		"aaaaaaaaaaaaaaaa":                 "passphrase.too-simple",
		"121212121212":                     "passphrase.too-simple",
		"Workshop on schooling":            "passphrase.known",
		"workshop-on-SCHOOLING!":           "passphrase.known",
		"hop on schooling":                 "passphrase.known",
		"workshop on schooling 2014":       "passphrase.known",
		"4f7kqx 4F7KQX":                    "passphrase.known",
		"4F7KQX-chair":                     "passphrase.known",

		"การประชุมเรื่องการศึกษา": "passphrase.known",

		"4F7KQX river lamp seven onions":      "",
		"schooling a river with seven onions": "",

		"การประชุมเรื่องการศึกษา ตะเกียงมะม่วง": "",
	} {
		err := fitPassphrase(typed, known...)
		var refusal *workshop.Refusal
		code := ""
		if errors.As(err, &refusal) {
			code = refusal.Code
		}
		if code != want {
			t.Errorf("%q is refused as %q, want %q", typed, code, want)
		}
	}
}

// Two are hashed at once; who would wait long is told so.
func TestHashesTakeTurns(t *testing.T) {
	l := newSignIns(time.Now)
	begun, end := make(chan struct{}, hashesAtOnce), make(chan struct{})
	done := make(chan error, hashesAtOnce)
	for range hashesAtOnce {
		go func() {
			done <- l.hash(context.Background(), func() {
				begun <- struct{}{}
				<-end
			})
		}()
	}
	for range hashesAtOnce {
		<-begun
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	worked := false
	if err := l.hash(ctx, func() { worked = true }); !errors.Is(err, errBusy) || worked {
		t.Errorf("a third one: %v, worked %v", err, worked)
	}
	close(end)
	for range hashesAtOnce {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if err := l.hash(t.Context(), func() { worked = true }); err != nil || !worked {
		t.Errorf("afterwards: %v", err)
	}
}
