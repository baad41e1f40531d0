-- Campaigns that bring copies home from outside the federation, as the journals say; a projection: rebuilt from journal_entry.
CREATE TABLE campaign (
    said_by     text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    id          text        NOT NULL,
    title       text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    opened_by   text        NOT NULL,
    opened_index bigint     NOT NULL,
    stated_rate bigint,
    paused      boolean     NOT NULL DEFAULT false,
    closed_at   timestamptz,
    closed_by   text,
    PRIMARY KEY (said_by, id)
);

-- Each copy abroad that a campaign names. What is not yet said of it is null.
CREATE TABLE campaign_copy (
    said_by         text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    campaign        text        NOT NULL,
    dataset         text        NOT NULL,
    site            text        NOT NULL,
    owner           text        NOT NULL,
    size_gb         bigint,
    stated_deadline timestamptz,
    home            text,
    place           integer,
    means           text,
    origin          text,
    listing         text,
    listed          text,
    started_at      timestamptz,
    started_by      text,
    serial          text,
    version_root    text,
    files           bigint,
    bytes           bigint,
    proved_at       timestamptz,
    sealed_at       timestamptz,
    document        text,
    erased_at       timestamptz,
    PRIMARY KEY (said_by, campaign, dataset, site)
);

CREATE INDEX campaign_copy_at ON campaign_copy (dataset, site);

CREATE INDEX campaign_copy_proved ON campaign_copy (dataset, home, version_root) WHERE sealed_at IS NULL;

-- Who has signed which document on the erasure of a copy abroad.
CREATE TABLE campaign_signature (
    said_by       text        NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    journal_index bigint      NOT NULL,
    campaign      text        NOT NULL,
    dataset       text        NOT NULL,
    site          text        NOT NULL,
    document      text        NOT NULL,
    title         text        NOT NULL,
    person        text        NOT NULL,
    certificate   text        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (said_by, journal_index)
);

CREATE INDEX campaign_signature_on ON campaign_signature (campaign, dataset, site);

-- What keeps a copy from going on, and which process of its data centre works on it; no projection: forgotten without harm.
CREATE TABLE campaign_work (
    campaign    text        NOT NULL,
    dataset     text        NOT NULL,
    site        text        NOT NULL,
    worker      text        NOT NULL,
    lease_until timestamptz NOT NULL,
    next_try    timestamptz NOT NULL,
    words_fr    text,
    words_en    text,
    PRIMARY KEY (campaign, dataset, site)
);
