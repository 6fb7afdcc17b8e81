package sqlite

import (
	"errors"

	sqlite "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

// Unwritable tells whether err means that the disk took no write: it is full, over a quota, read-only or failing. What
// is there can still be read, and a later write may succeed.
func Unwritable(err error) bool {
	switch result := resultOf(err); result {
	case code.SQLITE_IOERR_READ, code.SQLITE_IOERR_SHORT_READ, code.SQLITE_IOERR_CORRUPTFS:
		return false
	default:
		primary := result & 0xff
		return primary == code.SQLITE_FULL || primary == code.SQLITE_IOERR || primary == code.SQLITE_READONLY || primary == code.SQLITE_CANTOPEN
	}
}

// Full tells whether err means that SQLite knows the disk to be full.
func Full(err error) bool { return resultOf(err)&0xff == code.SQLITE_FULL }

// Damaged tells whether err means that the file is not as SQLite wrote it.
func Damaged(err error) bool {
	var log *LogDamage
	if errors.As(err, &log) || errors.Is(err, ErrMalformed) {
		return true
	}
	result := resultOf(err)
	primary := result & 0xff
	return primary == code.SQLITE_CORRUPT || primary == code.SQLITE_NOTADB || result == code.SQLITE_IOERR_CORRUPTFS || result == code.SQLITE_IOERR_SHORT_READ
}

// resultOf is SQLite's extended result code (https://www.sqlite.org/rescode.html), 0 when err is none of SQLite's.
func resultOf(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return code.SQLITE_OK
	}
	return e.Code()
}
