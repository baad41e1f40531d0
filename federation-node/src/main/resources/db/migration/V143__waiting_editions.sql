-- Editions of rules that wait for their officers' signatures. Nobody judges by them; a row goes once its edition is published, or is taken away.
CREATE TABLE waiting_edition (
    digest       text        PRIMARY KEY,
    content      bytea       NOT NULL,
    -- Those given so far; absent before the first.
    signatures   bytea,
    submitted_by text        NOT NULL,
    submitted_at timestamptz NOT NULL
);

CREATE TABLE waiting_edition_file (
    digest   text  NOT NULL REFERENCES waiting_edition ON DELETE CASCADE,
    position int   NOT NULL,
    path     text  NOT NULL,
    bytes    bytea NOT NULL,
    PRIMARY KEY (digest, position)
);
