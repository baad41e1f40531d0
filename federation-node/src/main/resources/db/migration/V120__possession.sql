-- What the journals say lies where, version by version; what each node found when it looked.

-- Copies that a State's journal says were sealed on its soil. A projection.
CREATE TABLE possession_copy (
    site         text        NOT NULL,
    dataset      text        NOT NULL,
    version_root text        NOT NULL,
    serial       text        NOT NULL,
    chunks       bigint      NOT NULL,
    -- When this node read that every chunk was proved, the last time.
    proved_at    timestamptz NOT NULL,
    withdrawn    boolean     NOT NULL,
    -- Null as long as it is not erased.
    erased_at    timestamptz,
    PRIMARY KEY (site, dataset, version_root)
);

-- The two halves of what was given: the source's word and the receiver's. By grant, site and dataset: what a State seals
-- elsewhere under another's grant is beside it, not in its place. A projection.
CREATE TABLE possession_gift (
    serial       text NOT NULL,
    site         text NOT NULL,
    dataset      text NOT NULL,
    given_root   text,
    given_at     timestamptz,
    sealed_root  text,
    sealed_at    timestamptz,
    erased       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (serial, site, dataset)
);

CREATE INDEX possession_gift_unmatched ON possession_gift (serial, site, dataset)
    WHERE given_root IS DISTINCT FROM sealed_root;
CREATE INDEX possession_gift_site ON possession_gift (site, dataset);

-- What looks at this State's stores have found, until the next one.
CREATE TABLE possession_finding (
    look    uuid        NOT NULL,
    subject text        NOT NULL,
    place   text        NOT NULL,
    kind    text        NOT NULL,
    value   text        NOT NULL,
    files   bigint,
    at      timestamptz NOT NULL,
    PRIMARY KEY (look, subject, place)
);

-- The State's transfers, by what they bring.
CREATE INDEX exchange_transfer_version ON exchange_transfer (version_root);
