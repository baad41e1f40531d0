-- One journal for each State: this node's own, and the peers' as followed. Entries are only ever added.
CREATE TABLE journal_chain (
    state       text        PRIMARY KEY CHECK (state IN ('ML', 'BF', 'NE')),
    size        bigint      NOT NULL,
    head        bytea       NOT NULL CHECK (octet_length(head) = 32),
    recorded_at timestamptz NOT NULL,
    last_heard  timestamptz
);

-- The head of an empty chain is 32 zero bytes.
INSERT INTO journal_chain (state, size, head, recorded_at)
SELECT state, 0, decode(repeat('00', 32), 'hex'), timestamptz '1970-01-01 00:00:00Z'
FROM unnest(ARRAY ['ML', 'BF', 'NE']) AS state;

-- payload is the JSON text exactly as committed to (not jsonb, which would reorder it); it and its salt are null where this node may not see them.
CREATE TABLE journal_entry (
    state       text        NOT NULL REFERENCES journal_chain,
    index       bigint      NOT NULL,
    commitment  bytea       NOT NULL CHECK (octet_length(commitment) = 32),
    salt        bytea       CHECK (octet_length(salt) = 32),
    payload     text,
    head        bytea       NOT NULL CHECK (octet_length(head) = 32),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (state, index),
    CHECK ((salt IS NULL) = (payload IS NULL))
);

-- Neither a fault in the program nor a hasty hand at the prompt rewrites an entry.
CREATE FUNCTION journal_entry_is_immutable() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'A journal entry is never changed or removed.';
END
$$;

CREATE TRIGGER journal_entry_is_immutable
    BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_entry_is_immutable();
