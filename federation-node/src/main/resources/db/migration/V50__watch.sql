-- What is to be judged again, and by when. The words that were journaled are in the journal; this is where the watch goes on after a stop.

-- The copies that this State answers for, as home or as host; a copy that is gone stays as a row that nothing wakes.
CREATE TABLE watch_copy (
    dataset   text        NOT NULL,
    site      text        NOT NULL,
    home      text        NOT NULL CHECK (home IN ('ML', 'BF', 'NE')),
    -- Empty outside the member States.
    host      text        NOT NULL CHECK (host IN ('ML', 'BF', 'NE', '')),
    -- The last word of this State in its journal, in short; empty where it has no objection.
    said      text        NOT NULL DEFAULT '',
    judged_at timestamptz NOT NULL DEFAULT '-infinity',
    next_at   timestamptz NOT NULL,
    cause     text        NOT NULL,
    PRIMARY KEY (dataset, site)
);

CREATE INDEX watch_copy_next ON watch_copy (next_at) WHERE next_at < 'infinity';
CREATE INDEX watch_copy_judged ON watch_copy (judged_at);
CREATE INDEX watch_copy_site ON watch_copy (site);

-- The grants that this State has given or accepted, until they end.
CREATE TABLE watch_grant (
    serial    text        PRIMARY KEY,
    dataset   text        NOT NULL,
    site      text        NOT NULL,
    home      text        NOT NULL CHECK (home IN ('ML', 'BF', 'NE')),
    host      text        NOT NULL CHECK (host IN ('ML', 'BF', 'NE', '')),
    expires   timestamptz NOT NULL,
    judged_at timestamptz NOT NULL DEFAULT '-infinity',
    next_at   timestamptz NOT NULL,
    cause     text        NOT NULL
);

CREATE INDEX watch_grant_next ON watch_grant (next_at);

-- What has changed and not yet been spread to the copies and grants it touches. Only ever added to by whoever writes a journal: it waits for nobody.
-- What is null is not bounded by it.
CREATE TABLE watch_matter (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset  text,
    site     text,
    home     text,
    host     text,
    cause    text        NOT NULL,
    noted_at timestamptz NOT NULL
);

-- The rules that the copies were last judged under, and how far their dates have been followed: one row, made at the first look.
CREATE TABLE watch_law (
    one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
    rule_set text        NOT NULL,
    seen_at  timestamptz NOT NULL
);

-- Grants that a State has withdrawn, own or another.
CREATE TABLE watch_withdrawal (
    serial   text NOT NULL,
    said_by  text NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    words_fr text NOT NULL,
    words_en text NOT NULL,
    PRIMARY KEY (serial, said_by)
);

-- The copies that were recorded before there was a watch; whoever looks first keeps those of its own State.
INSERT INTO watch_copy (dataset, site, home, host, next_at, cause)
SELECT DISTINCT subject, place, left(subject, 2), CASE WHEN left(place, 2) IN ('ML', 'BF', 'NE') THEN left(place, 2) ELSE '' END, '-infinity'::timestamptz, 'COPY'
FROM registry_statement
WHERE kind = 'REPLICA' AND known_to = 'infinity' AND left(subject, 2) IN ('ML', 'BF', 'NE');
