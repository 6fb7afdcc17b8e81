-- An event's prev is the hash of the row before it and is not stored twice.
CREATE TABLE event (
	workshop TEXT    NOT NULL,
	seq      INTEGER NOT NULL CHECK (seq > 0),
	at       INTEGER NOT NULL, -- milliseconds since 1970, UTC
	role     TEXT    NOT NULL,
	kind     TEXT    NOT NULL,
	data     TEXT    NOT NULL,
	hash     BLOB    NOT NULL,
	PRIMARY KEY (workshop, seq)
) STRICT, WITHOUT ROWID;

-- The number of each workshop's last event, kept apart so that the loss of last rows shows.
CREATE TABLE head (
	workshop TEXT    PRIMARY KEY,
	seq      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Idempotency keys, hashed with the workshop's name: what was carried out, not who asked for it.
CREATE TABLE command (
	id  BLOB    PRIMARY KEY,
	seq INTEGER NOT NULL -- the command's last event
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
	workshop TEXT    PRIMARY KEY,
	seq      INTEGER NOT NULL,
	sum      BLOB    NOT NULL,
	state    BLOB    NOT NULL
) STRICT;
