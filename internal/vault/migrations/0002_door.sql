-- How a role of the staff gets in, once its link was made anew or it has a passphrase.
CREATE TABLE door (
	workshop TEXT NOT NULL,
	role     TEXT NOT NULL,
	sealed   BLOB NOT NULL,
	PRIMARY KEY (workshop, role)
) STRICT, WITHOUT ROWID;
