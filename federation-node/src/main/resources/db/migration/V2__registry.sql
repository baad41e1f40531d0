-- What the journals say, as intervals: a row is what said_by states of a subject (at a place, where the kind has one) from held_from to held_to, as this node
-- knew it from known_from to known_to. Rows that are known now have known_to = 'infinity' and do not overlap. A projection: rebuilt from journal_entry.
CREATE TABLE registry_statement (
    kind          text        NOT NULL,
    subject       text        NOT NULL,
    place         text        NOT NULL,
    said_by       text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    -- Whether said_by has the last word on it: a State on its soil and its datasets, the home State on places outside the federation.
    authoritative boolean     NOT NULL,
    value         text        NOT NULL,
    journal_index bigint      NOT NULL,
    held_from     timestamptz NOT NULL,
    held_to       timestamptz NOT NULL,
    known_from    timestamptz NOT NULL,
    known_to      timestamptz NOT NULL,
    CHECK (held_from < held_to),
    CHECK (known_from <= known_to)
);

-- What is known now: one row for each subject and start; also the order of pages.
CREATE UNIQUE INDEX registry_statement_known_now
    ON registry_statement (kind, subject, place, said_by, held_from) WHERE known_to = 'infinity';

-- What a place holds.
CREATE INDEX registry_statement_by_place
    ON registry_statement (kind, place, subject) WHERE known_to = 'infinity' AND place <> '';

-- As of then.
CREATE INDEX registry_statement_history
    ON registry_statement (kind, subject, known_from);
