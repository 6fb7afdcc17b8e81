-- Programmes kept to start the next workshop from. They hold no people.
CREATE TABLE template (
	id TEXT PRIMARY KEY,
	sealed BLOB NOT NULL
) STRICT;
