//go:build linux

package cli

import (
	"crypto/rand"
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
)

// TestVaultCannotFollow: the journal took an event, and the vault's disk is
// full when it is to follow: a ballot box to open, ballots to burn, a person to
// forget. With space again that is made good without a restart.
func TestVaultCannotFollow(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s := v.site()
	s.create()
	for i := range 4 {
		s.join(fmt.Sprint("migrant", i), url.Values{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {"Walker"}})
	}
	for i := range 100 { // the vault's log shall be the longer one
		s.browser["migrant0"].post(s.w("/profile"), fields{"roleGroup": "migrant", "lang": "th", "alias": fmt.Sprint("Alias ", i)}).want(http.StatusOK)
	}
	log, err := os.Stat(filepath.Join(v.dir, "vault.db-wal"))
	if err != nil {
		t.Fatal(err)
	}
	v.limitFiles(uint64(log.Size()))
	round := s.openRound()
	v.limitFiles(noLimit)

	var status int
	cast := func(who string) bool {
		body := fmt.Sprintf(`{"round":%q,"recommendation":%q,"ratings":{%q:7,%q:7}}`, round, s.texts[0].ID, rating.Feasible, rating.Acceptable)
		status, _, err = s.browser[who].attempt(http.MethodPost, s.w("/do/ballot.cast"), body)
		return err == nil && status == http.StatusOK
	}
	if !within(t, 20*time.Second, "ballots are taken in a round that was opened while the vault's disk was full", func() bool { return cast("migrant1") }) {
		t.Errorf("the last answer was %d; a restart helps", status)
		v.kill()
		v.start()
		if !cast("migrant1") {
			t.Fatalf("not even a restart helps: %d", status)
		}
		for i := range 60 {
			s.browser["migrant0"].post(s.w("/profile"), fields{"roleGroup": "migrant", "lang": "th", "alias": fmt.Sprint("Alias ", i)}).want(http.StatusOK)
		}
	}
	if log, err = os.Stat(filepath.Join(v.dir, "vault.db-wal")); err != nil {
		t.Fatal(err)
	}
	v.limitFiles(uint64(log.Size()))
	s.as(access.Chair, "round.close", fields{"round": round})
	var me view.Me
	s.browser["migrant3"].get(s.w("/me")).want(http.StatusOK).json(&me)
	got := s.browser["migrant3"].post(s.w("/erase"), fields{})
	v.limitFiles(noLimit)
	beside, err := sql.Open("sqlite", filepath.Join(v.dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	within(t, 20*time.Second, "the vault follows", func() bool {
		var boxes, keys int
		err := beside.QueryRow(`SELECT (SELECT count(*) FROM box), (SELECT count(*) FROM subject WHERE person = ?)`, me.ID).Scan(&boxes, &keys)
		return err == nil && boxes == 0 && (keys == 0 || got.status != http.StatusOK)
	})
	v.kill()
	s.vaultFollowed(t, got.status, me.ID)
}

// vaultFollowed looks into the vault as the server left it.
func (s *site) vaultFollowed(t *testing.T, erased int, person string) {
	t.Helper()
	kept, err := vault.Open(t.Context(), s.dir, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	boxes, err := kept.Boxes(t.Context(), s.id)
	if err != nil {
		t.Fatal(err)
	}
	if len(boxes) != 0 {
		t.Errorf("the ballots of a closed round are still in the vault: %v", boxes)
	}
	done, err := kept.Erased(t.Context(), s.id, person)
	if err != nil {
		t.Fatal(err)
	}
	if erased == http.StatusOK && !done {
		t.Error("somebody was told that they are erased, and the vault still has their key")
	}
}
