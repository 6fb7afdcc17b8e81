package cli

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// TestDamagedSnapshot alters the snapshot of a workshop while the server is down.
// The workshop opens from its events as it was, the log says so once, and from
// then on there is a sound snapshot, also when the server is killed.
func TestDamagedSnapshot(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s := v.site()
	s.create()
	s.join("migrant1", url.Values{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {"Walker"}})
	s.asked("migrant1", "Who pays?")
	v.end()
	db, err := sql.Open("sqlite", filepath.Join(v.dir, "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	changed, err := db.Exec(`UPDATE snapshot SET state = CAST(replace(state, 'migrant', 'tnargim') AS BLOB) WHERE workshop = ?`, s.id)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := changed.RowsAffected(); err != nil || n == 0 {
		t.Fatalf("no snapshot to damage: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	const said = "the snapshot is of no use"
	v.start()
	s.holdsQuestions(t, "Who pays?")
	s.asked("migrant1", "And who decides?")
	if log := v.log.String(); strings.Count(log, said) != 1 || !strings.Contains(log, s.id) || strings.Contains(log, "Walker") || strings.Contains(log, "Who pays") {
		t.Errorf("the log: %.1000s", log)
	}
	v.kill()
	v.start()
	s.holdsQuestions(t, "Who pays?", "And who decides?")
	if log := v.log.String(); strings.Count(log, said) != 1 {
		t.Errorf("with a sound snapshot the log says: %.1000s", log)
	}
}
