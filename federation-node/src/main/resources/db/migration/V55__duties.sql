-- What the journals say of duties; a projection: rebuilt from journal_entry. How a duty stands is read from these rows together, in whatever order the
-- journals came.

-- Each act from which a duty follows: a grant, or a judgement anew. A duty has several where grants for one copy follow each other.
CREATE TABLE duty_ground (
    said_by       text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    journal_index bigint      NOT NULL,
    id            text        NOT NULL,
    source        text        NOT NULL,
    dataset       text        NOT NULL,
    operation     text        NOT NULL,
    site          text        NOT NULL,
    rule          text        NOT NULL,
    code          text        NOT NULL,
    cited         text,
    rhythm        text        NOT NULL,
    debtor        text        NOT NULL CHECK (debtor IN ('ML', 'BF', 'NE')),
    debtor_site   text,
    people        integer     NOT NULL,
    keeper        text,
    with_copy     boolean     NOT NULL,
    -- The State that must have accepted the grant; null where home alone is concerned.
    host          text        CHECK (host IN ('ML', 'BF', 'NE')),
    serial        text,
    version_root  text,
    expires       timestamptz,
    act           timestamptz NOT NULL,
    due           timestamptz,
    PRIMARY KEY (id, said_by, journal_index)
);

CREATE INDEX duty_ground_by_copy ON duty_ground (dataset, site);

CREATE TABLE duty_acceptance (
    said_by text NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    serial  text NOT NULL,
    PRIMARY KEY (serial, said_by)
);

-- Copies that came, by the grant that they came under, and copies that went, as those with the last word on them say.
CREATE TABLE duty_copy (
    said_by       text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    journal_index bigint      NOT NULL,
    dataset       text        NOT NULL,
    site          text        NOT NULL,
    serial        text        NOT NULL,
    sealed        boolean     NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (said_by, journal_index)
);

CREATE INDEX duty_copy_sealed ON duty_copy (serial) WHERE sealed;

CREATE INDEX duty_copy_erased ON duty_copy (dataset, site) WHERE NOT sealed;

CREATE TABLE duty_discharge (
    said_by       text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    journal_index bigint      NOT NULL,
    id            text        NOT NULL,
    person        text        NOT NULL,
    certificate   text        NOT NULL,
    done_at       timestamptz NOT NULL,
    next_due      timestamptz,
    sha256        text        NOT NULL,
    title         text        NOT NULL,
    note          text,
    PRIMARY KEY (said_by, journal_index)
);

CREATE INDEX duty_discharge_by_duty ON duty_discharge (id, said_by);
