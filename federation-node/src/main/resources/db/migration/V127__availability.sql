-- What the processes of a site have measured of it and of its peers, in stretches of one outcome. A process that is dead writes nothing: of its own site, what no stretch covers was not served.
CREATE TABLE availability_span (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site       text        NOT NULL,
    process    integer     NOT NULL,
    subject    text        NOT NULL,
    outcome    text        NOT NULL,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz NOT NULL
);

CREATE INDEX availability_span_subject ON availability_span (site, subject, until_at);

-- Since when a site measures one; what lies before says nothing.
CREATE TABLE availability_since (
    site    text        NOT NULL,
    subject text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (site, subject)
);

-- Planned maintenance, as the journals announce it. What counts is when this State recorded it.
CREATE TABLE availability_maintenance (
    said_by       text        NOT NULL,
    id            text        NOT NULL,
    site          text        NOT NULL,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz NOT NULL,
    reason        text        NOT NULL,
    journal_index bigint      NOT NULL,
    announced_at  timestamptz NOT NULL,
    cancelled_at  timestamptz,
    PRIMARY KEY (said_by, id)
);

CREATE INDEX availability_maintenance_site ON availability_maintenance (site, until_at);

-- The months that the journals speak of: the first word of a site on each.
CREATE TABLE availability_month (
    said_by       text   NOT NULL,
    site          text   NOT NULL,
    month         text   NOT NULL,
    journal_index bigint NOT NULL,
    document      text   NOT NULL,
    PRIMARY KEY (site, month)
);

-- Which process of this State moves the bytes of which version. Nothing is lost with it, so it costs no sync.
CREATE UNLOGGED TABLE exchange_lease (
    version    text        PRIMARY KEY,
    holder     integer     NOT NULL,
    held_until timestamptz NOT NULL
);
