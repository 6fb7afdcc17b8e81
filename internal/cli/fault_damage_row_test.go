package cli

import (
	"bytes"
	"database/sql"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/locale"
)

// TestDamagedVaultRow alters one sealed row of one workshop while the server is
// down. The server starts, that workshop says that it is damaged, and the other
// goes on.
func TestDamagedVaultRow(t *testing.T) {
	t.Parallel()
	for _, table := range []string{"link", "passage", "profile"} {
		t.Run(table, func(t *testing.T) {
			t.Parallel()
			v := newServer(t)
			first, second := v.site(), v.site()
			for _, s := range []*site{first, second} {
				s.create()
				s.join("migrant1", url.Values{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {"Walker"}})
				s.asked("migrant1", "Who pays?")
			}
			v.end()
			alterRow(t, filepath.Join(v.dir, "vault.db"), table, first.id)
			v.start()
			first.saysDamaged(t)
			second.asked("migrant1", "And here?")
			second.browser[access.Chair].get(second.w("/chair")).want(http.StatusOK)
			if log := v.log.String(); strings.Count(log, "data is damaged") != 1 || !strings.Contains(log, first.id) || strings.Contains(log, second.id) {
				t.Errorf("the log: %.1000s", log)
			}
		})
	}
}

// alterRow flips a bit in the middle of what is sealed in one row of a workshop.
func alterRow(t *testing.T, path, table, workshop string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var sealed []byte
	if err := db.QueryRow(`SELECT sealed FROM `+table+` WHERE workshop = ?`, workshop).Scan(&sealed); err != nil {
		t.Fatal(err)
	}
	altered := bytes.Clone(sealed)
	altered[len(altered)/2] ^= 1
	if _, err := db.Exec(`UPDATE `+table+` SET sealed = ? WHERE sealed = ?`, altered, sealed); err != nil {
		t.Fatal(err)
	}
}

// saysDamaged wants pages and commands of a workshop to say so, each in its way.
func (s *site) saysDamaged(t *testing.T) {
	t.Helper()
	for _, path := range []string{"", "/me", "/live"} {
		got := s.browser["migrant1"].in("th").get(s.w(path))
		if got.status != http.StatusServiceUnavailable || !strings.Contains(string(got.body), locale.Say("th", "refusal.web.damaged")) {
			t.Errorf("the damaged workshop's %q: status %d: %.300s", path, got.status, got.text())
		}
	}
	if code, _ := s.browser["migrant1"].post(s.w("/do/question.ask"), fields{"text": "?"}).problem(); code != "web.damaged" {
		t.Errorf("a command to the damaged workshop is refused by %q", code)
	}
}

// TestDamagedPage overwrites the head of a page of the journal that holds a
// workshop's events: SQLite cannot read it, and nobody is told to try again.
func TestDamagedPage(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s := v.site()
	s.create()
	s.join("migrant1", url.Values{"roleGroup": {"migrant"}, "lang": {"th"}})
	s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": mark})
	v.end()
	path := filepath.Join(v.dir, "journal.db")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for at := 0; at < len(data); at += page {
		if at > 0 && bytes.Contains(data[at:at+page], []byte(mark)) {
			copy(data[at:], bytes.Repeat([]byte{0xff}, 100))
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	v.start()
	s.saysDamaged(t)
	s.browser[access.Chair].get("/healthz").want(http.StatusOK)
	damaged(t, "backup", filepath.Join(v.dir, "damaged.sala"), "--data", v.dir)
}
