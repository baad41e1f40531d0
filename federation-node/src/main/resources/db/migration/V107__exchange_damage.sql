-- The sealed copies of this site that are damaged, and not yet proved again: nothing is given from them.
CREATE TABLE exchange_damage (
    dataset      text        NOT NULL,
    version_root text        NOT NULL,
    found_at     timestamptz NOT NULL,
    lost         integer     NOT NULL DEFAULT 0,
    why_fr       text        NOT NULL,
    why_en       text        NOT NULL,
    PRIMARY KEY (dataset, version_root)
);
