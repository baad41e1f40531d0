-- Orders to destroy the key of a dataset that two officers signed and nothing barred; journal_index once the key is gone.
CREATE TABLE dataset_key_end (
    dataset       text PRIMARY KEY,
    document      bytea NOT NULL,
    signers       text[] NOT NULL,
    ordered_at    timestamptz NOT NULL,
    journal_index bigint
);
