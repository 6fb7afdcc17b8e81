-- What one write put into a box: ballots one after the other, each behind its voter's pseudonym and its length. Of two of
-- one voter the later counts. It is one row because a row for each ballot, in the order of the pseudonyms, was most of the
-- work of casting it. Which trays came first can be seen as long as the box is there, that is until the round is counted.
CREATE TABLE tray (
	n       INTEGER PRIMARY KEY,
	box     BLOB NOT NULL REFERENCES box ON DELETE CASCADE,
	ballots BLOB NOT NULL
) STRICT;
CREATE INDEX tray_box ON tray (box);
INSERT INTO tray (box, ballots) SELECT box, CAST(voter || unhex(printf('%08x', length(sealed))) || sealed AS BLOB) FROM ballot;
DROP TABLE ballot;
INSERT INTO remains DEFAULT VALUES;
