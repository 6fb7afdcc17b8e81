package vault

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
)

func staff(role, by string) Session {
	return Session{Workshop: "w", Person: "u" + role, Role: role, By: by, Created: now, Expires: now.Add(time.Hour)}
}

func (v *Vault) tokens(t *testing.T, workshop string) (tokens []string) {
	t.Helper()
	all, err := v.Sessions(t.Context(), workshop)
	must(t, err)
	for token := range all {
		tokens = append(tokens, token)
	}
	slices.Sort(tokens)
	return tokens
}

func TestALinkMadeAnew(t *testing.T) {
	dir := t.TempDir()
	v := open(t, dir)
	chair := Link{Workshop: "w", Role: "chair", Purpose: "staff", Expires: now.Add(time.Hour)}
	desk, seat, elsewhere := chair, chair, chair
	desk.Role, seat.Purpose, elsewhere.Workshop = "desk", "seat", "other"
	for token, l := range map[string]Link{"old": chair, "desk": desk, "seat": seat, "elsewhere": elsewhere} {
		must(t, v.PutLink(t.Context(), token, l))
	}
	must(t, v.EnterByLink(t.Context(), "s1", staff("chair", "link"), "old"))
	must(t, v.EnterByLink(t.Context(), "s2", staff("desk", "link"), "desk"))
	first, err := v.Door(t.Context(), "w", "chair")
	same(t, "a door that was never changed", first, err, Door{})

	must(t, v.RenewLink(t.Context(), "SECRET", "new", chair, func(s Session) bool { return s.Role == "chair" }))
	must(t, v.Close())
	v = open(t, dir)
	links, err := v.Links(t.Context(), "w")
	same(t, "links", links, err, map[string]Link{"new": chair, "desk": desk, "seat": seat})
	there, err := v.Links(t.Context(), "other")
	same(t, "another workshop's", there, err, map[string]Link{"elsewhere": elsewhere})
	same(t, "sessions", v.tokens(t, "w"), nil, []string{"s2"})
	d, err := v.Door(t.Context(), "w", "chair")
	same(t, "door", d, err, Door{Link: "SECRET"})
	if err := v.EnterByLink(t.Context(), "s3", staff("chair", "link"), "old"); !errors.Is(err, ErrShut) {
		t.Errorf("in by the old link: %v", err)
	}
	must(t, v.EnterByLink(t.Context(), "s3", staff("chair", "link"), "new"))

	must(t, v.SetPassphrase(t.Context(), "w", "chair", "PLANTEDHASH", func(Session) bool { return false }))
	d, err = v.Door(t.Context(), "w", "chair")
	same(t, "with a passphrase", d, err, Door{Link: "SECRET", Passphrase: "PLANTEDHASH"})
	searchOpenAndClosed(t, v, dir, traces{"the secret": []byte("SECRET"), "the hash": []byte("PLANTEDHASH")})
}

func TestAPassphraseChanged(t *testing.T) {
	v := open(t, t.TempDir())
	nobody := func(Session) bool { return false }
	for _, encoded := range []string{"", "one"} {
		if err := v.EnterByPassphrase(t.Context(), "s0", staff("chair", "passphrase"), encoded); !errors.Is(err, ErrShut) {
			t.Errorf("in without a passphrase, by %q: %v", encoded, err)
		}
	}
	must(t, v.SetPassphrase(t.Context(), "w", "chair", "one", nobody))
	must(t, v.EnterByPassphrase(t.Context(), "s1", staff("chair", "passphrase"), "one"))
	if err := v.EnterByPassphrase(t.Context(), "s2", staff("desk", "passphrase"), "one"); !errors.Is(err, ErrShut) {
		t.Errorf("in by another role's: %v", err)
	}
	must(t, v.SetPassphrase(t.Context(), "w", "chair", "two", func(s Session) bool { return s.By == "passphrase" }))
	same(t, "sessions", v.tokens(t, "w"), nil, nil)
	if err := v.EnterByPassphrase(t.Context(), "s1", staff("chair", "passphrase"), "one"); !errors.Is(err, ErrShut) {
		t.Errorf("in by the passphrase of before: %v", err)
	}
	must(t, v.SetPassphrase(t.Context(), "w", "chair", "", nobody))
	if err := v.EnterByPassphrase(t.Context(), "s1", staff("chair", "passphrase"), "two"); !errors.Is(err, ErrShut) {
		t.Errorf("in by one that was removed: %v", err)
	}
}

// Whoever comes in while the link is being made anew is out afterwards, or never came in.
func TestComingInWhileTheLinkIsMadeAnew(t *testing.T) {
	v := open(t, t.TempDir())
	chair := Link{Workshop: "w", Role: "chair", Purpose: "staff", Expires: now.Add(time.Hour)}
	must(t, v.PutLink(t.Context(), "old", chair))
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			err := v.EnterByLink(t.Context(), string(rune('A'+i)), staff("chair", "link"), "old")
			if err != nil && !errors.Is(err, ErrShut) {
				t.Error(err)
			}
		})
	}
	must(t, v.RenewLink(t.Context(), "SECRET", "new", chair, func(s Session) bool { return s.By == "link" }))
	wg.Wait()
	same(t, "sessions", v.tokens(t, "w"), nil, nil)
}

func TestRenewing(t *testing.T) {
	v := open(t, t.TempDir())
	must(t, v.PutSession(t.Context(), "h1", staff("chair", "link")))
	renew := func(from, to string, at time.Time) bool {
		done, err := v.RenewSession(t.Context(), from, to, at, time.Minute)
		must(t, err)
		return done
	}
	if !renew("h1", "h2", now) || renew("h1", "h3", now.Add(time.Second)) || renew("none", "h3", now) || renew("h2", "h3", now.Add(time.Hour)) {
		t.Error("a token was renewed twice at once, before its use, or without being there")
	}
	if !renew("h1", "h4", now.Add(time.Minute)) {
		t.Error("a token whose successor got lost was not renewed again")
	}
	same(t, "all work", v.tokens(t, "w"), nil, []string{"h1", "h2", "h4"})

	used, expires, retire := now.Add(time.Hour), now.Add(48*time.Hour), now.Add(2*time.Minute)
	must(t, v.UseSession(t.Context(), "h4", used, expires, retire))
	want := staff("chair", "link").filled("h1")
	want.Issued, want.Used, want.Expires = now.Add(time.Minute), used, expires
	got, _, err := v.Session(t.Context(), "h4")
	same(t, "the new one", got, err, want)
	old, _, err := v.Session(t.Context(), "h1")
	if err != nil || !old.Expires.Equal(retire) || renew("h1", "h5", now.Add(90*time.Second)) {
		t.Errorf("the token before lasts until %v (%v), or was renewed again", old.Expires, err)
	}

	must(t, v.EndSessions(t.Context(), "w", func(s Session) bool { return s.ID == "h1" }))
	same(t, "ended under every token", v.tokens(t, "w"), nil, nil)
	must(t, v.UseSession(t.Context(), "h4", used, expires, retire))
	if renew("h4", "h6", now.Add(time.Hour)) || len(v.tokens(t, "w")) != 0 {
		t.Error("an ended session came back")
	}
}
