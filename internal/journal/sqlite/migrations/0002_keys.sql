-- The sum over the keys of a workshop's commands (see keys.go): a key that a damaged disk altered or lost would let a
-- command be carried out twice. NULL until it was first taken, for journals from before.
ALTER TABLE head ADD COLUMN keys BLOB;
