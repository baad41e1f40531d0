-- What the exchange of replicas remembers between two starts. What binds is in the journal; this is how far each act has come.

-- Grants that every State concerned has journaled, as the placement room told of them.
CREATE TABLE exchange_grant (
    serial       text PRIMARY KEY,
    home         text NOT NULL,
    dataset      text NOT NULL,
    operation    text NOT NULL,
    target_site  text NOT NULL,
    encrypted    boolean NOT NULL,
    version_root text,
    expires      timestamptz NOT NULL
);

-- Transfers into this site.
CREATE TABLE exchange_transfer (
    serial         text PRIMARY KEY,
    dataset        text NOT NULL,
    version_root   text NOT NULL,
    encrypted      boolean NOT NULL,
    source         text NOT NULL,
    site           text NOT NULL,
    expires        timestamptz NOT NULL,
    state          text NOT NULL,
    reason_fr      text NOT NULL,
    reason_en      text NOT NULL,
    chunks         integer NOT NULL DEFAULT 0,
    durable        integer NOT NULL DEFAULT 0,
    bytes          bigint NOT NULL DEFAULT 0,
    received       bigint NOT NULL DEFAULT 0,
    received_twice bigint NOT NULL DEFAULT 0,
    wrong          integer NOT NULL DEFAULT 0,
    attempts       integer NOT NULL DEFAULT 0,
    confirmed      boolean NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL
);

CREATE INDEX exchange_transfer_newest ON exchange_transfer (created_at DESC);

-- Acts under a grant, GIVEN at the source and ERASED at the holder: without an index while begun, then with that of the entry, so that
-- repeating an act gives the same entry.
CREATE TABLE exchange_act (
    serial        text NOT NULL,
    act           text NOT NULL,
    journal_index bigint,
    PRIMARY KEY (serial, act)
);
