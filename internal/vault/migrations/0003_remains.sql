-- A row for each deletion whose remains may still lie in the file or its log.
CREATE TABLE remains (
	id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
-- An older version may have been stopped between the two.
INSERT INTO remains DEFAULT VALUES;
