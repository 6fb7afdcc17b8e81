-- A state of several MB in one value costs SQLite a buffer of that size, which is never given back. A snapshot lies in parts;
-- those from before are dropped, since the events are enough.
DROP TABLE snapshot;
CREATE TABLE snapshot (
	workshop TEXT    NOT NULL,
	part     INTEGER NOT NULL,
	seq      INTEGER NOT NULL,
	sum      BLOB    NOT NULL, -- of all parts together
	state    BLOB    NOT NULL,
	PRIMARY KEY (workshop, part)
) STRICT;
