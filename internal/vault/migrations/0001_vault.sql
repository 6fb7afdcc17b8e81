-- Every sealed column and every key is encrypted and bound to its row.
CREATE TABLE installation (
	id    INTEGER PRIMARY KEY CHECK (id = 1),
	proof BLOB NOT NULL -- opens only under the right vault.key
) STRICT;

-- A person in a workshop: an opaque id and the key to everything of theirs.
CREATE TABLE subject (
	workshop TEXT NOT NULL,
	person   TEXT NOT NULL,
	key      BLOB NOT NULL,
	PRIMARY KEY (workshop, person)
) STRICT, WITHOUT ROWID;

-- Who was erased, so that a late message from their phone brings nothing back.
CREATE TABLE erased (
	workshop TEXT NOT NULL,
	person   TEXT NOT NULL,
	PRIMARY KEY (workshop, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
	workshop TEXT NOT NULL,
	person   TEXT NOT NULL,
	sealed   BLOB NOT NULL,
	PRIMARY KEY (workshop, person),
	FOREIGN KEY (workshop, person) REFERENCES subject ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
	workshop TEXT NOT NULL,
	ref      TEXT NOT NULL,
	person   TEXT NOT NULL,
	sealed   BLOB NOT NULL,
	PRIMARY KEY (workshop, ref),
	FOREIGN KEY (workshop, person) REFERENCES subject ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_person ON passage (workshop, person);

-- A ballot box lasts as long as its round. Its id is random and never comes back.
CREATE TABLE box (
	id       BLOB    PRIMARY KEY,
	workshop TEXT    NOT NULL,
	round    TEXT    NOT NULL,
	key      BLOB    NOT NULL,
	open     INTEGER NOT NULL,
	UNIQUE (workshop, round)
) STRICT, WITHOUT ROWID;

-- Kept in the order of the pseudonyms: nothing here tells when, or in which order, ballots were cast.
CREATE TABLE ballot (
	box    BLOB NOT NULL REFERENCES box ON DELETE CASCADE,
	voter  BLOB NOT NULL,
	sealed BLOB NOT NULL,
	PRIMARY KEY (box, voter)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
	token    TEXT    PRIMARY KEY, -- hash of the token
	workshop TEXT    NOT NULL,
	person   TEXT    NOT NULL,
	expires  INTEGER NOT NULL, -- milliseconds since 1970
	sealed   BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session (workshop, person);

CREATE TABLE link (
	token    TEXT    PRIMARY KEY, -- hash of the token
	workshop TEXT    NOT NULL,
	expires  INTEGER NOT NULL, -- milliseconds since 1970
	sealed   BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_workshop ON link (workshop);
