-- A foreign key is a query for each entry that is added; the states never change, so a check says the same.
ALTER TABLE journal_entry
    DROP CONSTRAINT journal_entry_state_fkey,
    ADD CONSTRAINT journal_entry_state_check CHECK (state IN ('ML', 'BF', 'NE'));

-- As of then: both times are in the index, so that of a long history only what is answered is read.
CREATE INDEX registry_statement_then
    ON registry_statement (kind, subject, known_from, known_to, held_from, held_to);
DROP INDEX registry_statement_history;

-- A State's copies outside its soil: as known now, and as known then; how they stand and both times are in the index.
CREATE INDEX registry_statement_abroad_now
    ON registry_statement (left(subject, 2), subject, place, said_by, status, held_from, held_to)
    WHERE kind = 'REPLICA' AND authoritative AND left(subject, 2) <> left(place, 2) AND known_to = 'infinity';
CREATE INDEX registry_statement_abroad_then
    ON registry_statement (left(subject, 2), subject, place, said_by, known_from, known_to, held_from, held_to)
    WHERE kind = 'REPLICA' AND authoritative AND left(subject, 2) <> left(place, 2);
DROP INDEX registry_statement_abroad;

-- What is secret, by the class known last: copies of it are passed over for whom they do not concern.
CREATE INDEX registry_statement_secret
    ON registry_statement (subject)
    WHERE kind = 'DATASET' AND authoritative AND known_to = 'infinity' AND held_to = 'infinity'
        AND value::jsonb ->> 'classification' IN ('SECRET', 'TOP_SECRET');
