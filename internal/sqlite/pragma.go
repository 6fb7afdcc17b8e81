package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// pragma is one setting of SQLite: what is asked, and what SQLite answers when the setting is in force.
type pragma struct{ ask, answer string }

type pragmas map[string]pragma

// usualWait is how many milliseconds a connection waits for another.
const usualWait = 5000

// durable is what every database of Sala is opened with. See https://www.sqlite.org/pragma.html.
func durable() pragmas {
	return pragmas{
		"journal_mode": {"WAL", "wal"},
		"synchronous":  {"FULL", "2"}, // with WAL: fsync of the log before COMMIT returns
		"foreign_keys": {"ON", "1"},
		"busy_timeout": {strconv.Itoa(usualWait), strconv.Itoa(usualWait)},
		"temp_store":   {"MEMORY", "2"}, // no copies of rows in temporary files
	}
}

// forReader keeps little in memory for each of the many readers: the system's file cache is behind them.
func (p pragmas) forReader() pragmas {
	reader := maps.Clone(p)
	reader["cache_size"] = pragma{"-128", "-128"} // kB
	return reader
}

// forWriter adds what only the writer needs: rows that arrive in random order (hashed keys) touch many pages, which should
// stay in memory and be copied from the log to the file less often. Measured: half as many appends again.
func (p pragmas) forWriter() pragmas {
	writer := maps.Clone(p)
	writer["cache_size"] = pragma{"-16000", "-16000"}             // kB
	writer["wal_autocheckpoint"] = pragma{"4000", "4000"}         // pages, 16 MB
	writer["journal_size_limit"] = pragma{"67108864", "67108864"} // bytes that the log keeps after a burst
	return writer
}

// query gives the settings as the driver's DSN parameters.
func (p pragmas) query() string {
	names := slices.Sorted(maps.Keys(p))
	settings := make([]string, len(names))
	for i, name := range names {
		settings[i] = fmt.Sprintf("_pragma=%s(%s)", name, p[name].ask)
	}
	return strings.Join(settings, "&")
}

// check reads the settings back: SQLite ignores what it cannot do, for example WAL on some network disks.
func (p pragmas) check(ctx context.Context, db *sql.DB) error {
	for name, want := range p {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+name).Scan(&got); err != nil {
			return fmt.Errorf("read back %s: %w", name, err)
		}
		if !strings.EqualFold(got, want.answer) {
			return fmt.Errorf("asked for %s=%s, but SQLite answers %s: this file system may not be fit for a database", name, want.ask, got)
		}
	}
	return nil
}
