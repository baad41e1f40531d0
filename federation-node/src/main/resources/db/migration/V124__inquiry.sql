-- What regulators ask of the registry, so that no question reads more rows than it shows.

-- A State's copies outside its soil: as known now and as known then.
CREATE INDEX registry_statement_abroad
    ON registry_statement (left(subject, 2), subject, place, said_by)
    WHERE kind = 'REPLICA' AND authoritative AND left(subject, 2) <> left(place, 2);

-- What a site held, as known then; what it holds as known now has an index already.
CREATE INDEX registry_statement_place_history
    ON registry_statement (place, subject, known_from)
    WHERE kind = 'REPLICA' AND authoritative;

-- What has changed.
CREATE INDEX registry_statement_changes
    ON registry_statement (held_from, subject, place)
    WHERE kind = 'REPLICA' AND authoritative AND known_to = 'infinity';

-- What one State says of another's soil; where the two differ is a question of its own.
CREATE INDEX registry_statement_second_word
    ON registry_statement (subject, place, said_by)
    WHERE kind = 'REPLICA' AND NOT authoritative AND known_to = 'infinity';

-- Where each ruling stands in its State's journal. A projection: rebuilt from journal_entry.
CREATE TABLE inquiry_ruling (
    state      text        NOT NULL,
    index      bigint      NOT NULL,
    -- GRANT, REFUSAL or JUDGEMENT.
    type       text        NOT NULL,
    dataset    text        NOT NULL,
    site       text        NOT NULL,
    serial     text,
    -- Whether a ban was lifted by a derogation.
    derogating boolean     NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (state, index)
);

CREATE INDEX inquiry_ruling_at ON inquiry_ruling (at DESC, state DESC, index DESC);
CREATE INDEX inquiry_ruling_dataset ON inquiry_ruling (dataset, at DESC, state DESC, index DESC);
CREATE INDEX inquiry_ruling_refusal ON inquiry_ruling (at DESC, state DESC, index DESC) WHERE type = 'REFUSAL';
CREATE INDEX inquiry_ruling_derogating ON inquiry_ruling (at DESC, state DESC, index DESC) WHERE derogating;

-- Who asked this node what.
CREATE TABLE inquiry (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asked_at   timestamptz NOT NULL,
    -- The caller, as the certificate names them.
    caller     text        NOT NULL,
    question   text        NOT NULL,
    words_fr   text        NOT NULL,
    words_en   text        NOT NULL,
    -- Empty for a page.
    format     text        NOT NULL,
    row_count  bigint      NOT NULL
);

CREATE INDEX inquiry_caller ON inquiry (caller, id DESC);

-- The questions that callers have kept.
CREATE TABLE inquiry_saved (
    caller   text        NOT NULL,
    name     text        NOT NULL,
    question text        NOT NULL,
    -- The blanks, as JSON.
    blanks   text        NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (caller, name)
);

-- The oldest proofs first.
CREATE INDEX possession_copy_proved ON possession_copy (proved_at, dataset, site, version_root)
    WHERE erased_at IS NULL AND NOT withdrawn;
