-- Entries of this State's own journal that its officers have given up, and for whose lack; read from the journal.
CREATE TABLE journal_abandoned (
    -- The entry that says so.
    journal_index bigint      NOT NULL,
    keeper        text        NOT NULL,
    first_index   bigint      NOT NULL,
    end_index     bigint      NOT NULL,
    declared_at   timestamptz NOT NULL,
    PRIMARY KEY (journal_index, keeper)
);
