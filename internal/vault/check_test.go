package vault

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What rows are found by, long enough to be found in the file.
const (
	subjectID = "p_a-person-of-the-vault"
	passageID = "t_a-passage-of-the-vault"
	roundID   = "v_a-round-of-the-vault"
	tokenID   = "token-of-a-session-of-the-vault"
	linkID    = "token-of-a-link-of-the-vault"
)

// TestFlippedKeys flips a bit in what a row is found by, wherever it stands: in its table, in an index, in a row that
// belongs to it. Reading would miss the row without a word; Check notices.
func TestFlippedKeys(t *testing.T) {
	sound := t.TempDir()
	v := open(t, sound)
	furnish(t, v, "p1", "r1", "h1", "l1")
	furnish(t, v, subjectID, passageID, tokenID, linkID)
	must(t, v.OpenBallotBox(t.Context(), "w", roundID))
	must(t, castOne(t.Context(), v, roundID, "p1", []byte("a")))
	must(t, v.PutTemplate(t.Context(), "template-of-the-vault", Template{Name: "T", Body: []byte("{}")}))
	must(t, v.Check(t.Context()))
	box := column(t, v, `SELECT id FROM box WHERE round = ?`, roundID)[0]
	must(t, v.Close())
	file, err := os.ReadFile(filepath.Join(sound, "vault.db"))
	must(t, err)
	key, err := os.ReadFile(filepath.Join(sound, "vault.key"))
	must(t, err)
	for what, id := range map[string][]byte{
		"a person": []byte(subjectID), "a passage": []byte(passageID), "a round": []byte(roundID), "a session": []byte(tokenID),
		"a link": []byte(linkID), "a template": []byte("template-of-the-vault"), "a ballot box": box,
	} {
		places := 0
		for at := 0; ; places++ {
			next := bytes.Index(file[at:], id)
			if next < 0 {
				break
			}
			at += next + 1
			flipped := bytes.Clone(file)
			flipped[at+len(id)/2] ^= 2
			if err := checkFiles(t, flipped, key); !Damaged(err) {
				t.Errorf("%s, place %d: %v, want damage", what, places, err)
			}
		}
		if places == 0 {
			t.Errorf("%s is nowhere in the file", what)
		}
	}
}

// TestAnAlteredExpiry: a session or link whose row says another end than what is sealed in it would be pruned too early, or
// stay; Check notices.
func TestAnAlteredExpiry(t *testing.T) {
	for _, table := range []string{"session", "link"} {
		v := open(t, t.TempDir())
		furnish(t, v, "p1", "r1", "h1", "l1")
		must(t, v.Check(t.Context()))
		must(t, v.db.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(`UPDATE ` + table + ` SET expires = expires - 16`)
			return err
		}))
		if err := v.Check(t.Context()); !Damaged(err) {
			t.Errorf("an altered %s: %v, want damage", table, err)
		}
	}
}

// checkFiles opens a vault of these files and checks it.
func checkFiles(t *testing.T, file, key []byte) error {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "vault.db"), file, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "vault.key"), key, 0o600))
	v, err := Open(t.Context(), dir, bytes.NewReader(nil))
	if err != nil {
		return err
	}
	return errors.Join(v.Check(t.Context()), v.Close())
}
