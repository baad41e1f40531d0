-- Copies whose last challenge failed, so that whoever asks for them reads no others.
CREATE INDEX registry_statement_failed_challenge ON registry_statement (subject, place)
    WHERE kind = 'CHALLENGE' AND known_to = 'infinity' AND held_to = 'infinity' AND value::jsonb ->> 'outcome' <> 'PROVED';

-- Who asked what is kept for a time, and told by time: its numbers would tell a caller how many others have asked.
CREATE INDEX inquiry_asked_at ON inquiry (asked_at, id);
DROP INDEX inquiry_caller;
CREATE INDEX inquiry_caller ON inquiry (caller, asked_at, id);

-- That questions were dropped: how many, and of which time.
CREATE TABLE inquiry_trim (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trimmed_at   timestamptz NOT NULL,
    -- Questions asked before this instant are gone.
    asked_before timestamptz NOT NULL,
    kept_days    integer     NOT NULL,
    row_count    bigint      NOT NULL
);
