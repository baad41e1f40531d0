-- The Merkle tree over each journal known here, in tiles (C2SP tlog-tiles). It stands beside the entries and is computed from them alone.
-- Whoever makes it grow holds a lease: a fencing number and the time until which nobody else takes it.
CREATE TABLE journal_tree (
    state      text        PRIMARY KEY REFERENCES journal_chain,
    size       bigint      NOT NULL DEFAULT 0,
    fence      bigint      NOT NULL DEFAULT 0,
    holder     text,
    held_until timestamptz
);

INSERT INTO journal_tree (state) SELECT state FROM journal_chain;

-- Full tiles only: the 256 hashes, and the root over them, which is one hash of the level above. The right edge is computed.
CREATE TABLE journal_tile (
    state  text     NOT NULL REFERENCES journal_tree,
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 6),
    index  bigint   NOT NULL CHECK (index >= 0),
    root   bytea    NOT NULL CHECK (octet_length(root) = 32),
    hashes bytea    NOT NULL CHECK (octet_length(hashes) = 8192),
    PRIMARY KEY (state, level, index)
);

-- Hashes do not compress; out of the row they lie beside the roots, which are read 256 at a time.
ALTER TABLE journal_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE FUNCTION journal_tile_is_immutable() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'A tile of a journal is never changed or removed.';
END
$$;

CREATE TRIGGER journal_tile_is_immutable
    BEFORE UPDATE OR DELETE ON journal_tile
    FOR EACH ROW EXECUTE FUNCTION journal_tile_is_immutable();
