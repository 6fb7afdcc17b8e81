package sqlite

import "testing"

func TestAddressOfADatabase(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/srv/sala/journal.db":   "file:///srv/sala/journal.db?mode=rw",
		"C:/Users/Sala/vault.db": "file:///C:/Users/Sala/vault.db?mode=rw",
		"/srv/a b?c#d%41/x.db":   "file:///srv/a%20b%3Fc%23d%2541/x.db?mode=rw",
	} {
		if got := addressOf(path, "mode=rw"); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
