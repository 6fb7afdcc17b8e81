package cli

import (
	"bytes"
	"database/sql"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// flip changes a bit in every place of a file where a text stands.
func flip(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	places := 0
	for at := 0; ; places++ {
		next := bytes.Index(data[at:], []byte(text))
		if next < 0 {
			break
		}
		at += next + 1
		data[at] ^= 1
	}
	if places == 0 {
		t.Fatalf("%q is nowhere in %s", text, path)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// firstOf gives the first value of a query on one of the folder's databases.
func firstOf(t *testing.T, path, query string) (value string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

// furnished is a site with something in every table, stopped.
func furnished(t *testing.T) *site {
	t.Helper()
	s := emptySite(t)
	s.create()
	s.join("migrant1", url.Values{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {"Walker"}})
	s.as("migrant1", "question.ask", fields{"text": "Who pays for it?"})
	s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": mark})
	s.stop()
	return s
}

// What nobody reads for a while is looked at all the same: the key of a row in
// the vault, and an event that lies before the snapshot.
func TestDamageThatNobodyMeetsIsFound(t *testing.T) {
	t.Parallel()
	for what, damage := range map[string]func(s *site){
		"the key of a passage": func(s *site) {
			path := filepath.Join(s.dir, "vault.db")
			flip(t, path, firstOf(t, path, `SELECT ref FROM passage`))
		},
		"an event before the snapshot": func(s *site) {
			flip(t, filepath.Join(s.dir, "journal.db"), `"participant":"p_`) // not in the state
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			s := furnished(t)
			damage(s)
			var log tail
			p, err := start(t.Context(), options{Dir: s.dir, Listen: "127.0.0.1:0", Log: slog.New(slog.NewTextHandler(&log, nil)), InspectAfter: time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			s.program = p
			within(t, 20*time.Second, "the log names the damage and the way out", func() bool {
				return strings.Contains(log.String(), "an inspection found damage") && strings.Contains(log.String(), "sala restore")
			})
			damaged(t, "verify", s.dir)
			damaged(t, "backup", filepath.Join(t.TempDir(), "copy.sala"), "--data", s.dir)
		})
	}
}

// A sound folder is said to be sound, by the inspection too, in use and not.
func TestASoundFolderVerifies(t *testing.T) {
	t.Parallel()
	s := furnished(t)
	intact := func(when string) {
		t.Helper()
		status, out, said := sala(t, "verify", s.dir)
		if status != 0 || !strings.Contains(out, s.id) || !strings.Contains(out, "intact") || said != "" {
			t.Errorf("%s: status %d, %q %q", when, status, out, said)
		}
	}
	intact("stopped")
	var log tail
	p, err := start(t.Context(), options{Dir: s.dir, Listen: "127.0.0.1:0", Log: slog.New(slog.NewTextHandler(&log, nil)), InspectAfter: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	s.program = p
	intact("in use")
	s.stop()
	if strings.Contains(log.String(), "damage") {
		t.Errorf("the log: %s", log.String())
	}
	for path, want := range map[string]string{filepath.Join(s.dir, "journal.db"): "sala verify " + s.dir, t.TempDir(): "not a data folder"} {
		if status, _, said := sala(t, "verify", path); status != 1 || !strings.Contains(said, want) || strings.Contains(said, "damaged") {
			t.Errorf("verify %s: status %d, %q", path, status, said)
		}
	}
}

// Whatever page of the vault cannot be read as the program starts, it says the
// way out.
func TestTheWayOutIsSaidAtTheStart(t *testing.T) {
	t.Parallel()
	for _, table := range []string{"session", "link", "link_workshop", "installation"} {
		t.Run(table, func(t *testing.T) {
			t.Parallel()
			s := furnished(t)
			path := filepath.Join(s.dir, "vault.db")
			overwritePage(t, path, firstOf(t, path, `SELECT rootpage FROM sqlite_master WHERE name = '`+table+`'`))
			status, _, said := sala(t, "serve", "--data", s.dir, "--listen", freeAddress(t))
			lines := strings.Split(strings.TrimSpace(said), "\n") // the log before it may name a workshop
			if last := lines[len(lines)-1]; status != 1 || !strings.HasPrefix(last, "sala: ") || !strings.Contains(last, "sala restore") {
				t.Errorf("status %d: %q", status, said)
			}
		})
	}
}

// overwritePage makes a page of a database unreadable; the first is number 1.
func overwritePage(t *testing.T, path, number string) {
	t.Helper()
	n, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	copy(data[(n-1)*page:], bytes.Repeat([]byte{0xff}, 100))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
