-- The binding requests of this State, as they stand. What binds is in the journal; this is where each request is taken up again after a stop.
CREATE TABLE placement_request (
    request_id  text        PRIMARY KEY,
    requester   text        NOT NULL,
    site        text        NOT NULL,
    terms       text        NOT NULL,
    host        text        CHECK (host IN ('ML', 'BF', 'NE')),
    state       text        NOT NULL CHECK (state IN ('PENDING', 'REFUSED', 'GRANTED', 'ACCEPTED')),
    reason      text        NOT NULL,
    words_fr    text        NOT NULL,
    words_en    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    ruling      text,
    serial      text        UNIQUE,
    grant_said  text,
    expires     timestamptz,
    acceptance  text,
    next_try    timestamptz NOT NULL,
    CHECK ((serial IS NULL) = (grant_said IS NULL))
);

CREATE INDEX placement_request_newest ON placement_request (asked_at DESC, request_id);

-- What is still to be driven on.
CREATE INDEX placement_request_unsettled ON placement_request (next_try) WHERE state IN ('PENDING', 'GRANTED');

-- What this State, as host, has offered to another, and whether it has accepted the grant.
CREATE TABLE placement_offer (
    home           text        NOT NULL CHECK (home IN ('ML', 'BF', 'NE')),
    request_id     text        NOT NULL,
    terms          text        NOT NULL,
    home_statement text        NOT NULL,
    host_statement text        NOT NULL,
    expires        timestamptz NOT NULL,
    serial         text        UNIQUE,
    grant_said     text,
    grant_expires  timestamptz,
    acceptance     text,
    PRIMARY KEY (home, request_id),
    CHECK ((serial IS NULL) = (acceptance IS NULL))
);
