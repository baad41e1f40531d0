-- What the room left at a site is summed up from, in columns and indexes of its own: of a thousand copies at a site, not one statement need be read.
ALTER TABLE registry_statement
    ADD COLUMN status  text   GENERATED ALWAYS AS (CASE WHEN kind = 'REPLICA' THEN value::jsonb ->> 'status' END) STORED,
    ADD COLUMN size_gb bigint GENERATED ALWAYS AS (CASE WHEN kind = 'DATASET' THEN (value::jsonb ->> 'sizeGb')::bigint END) STORED;

CREATE INDEX registry_statement_lying
    ON registry_statement (place, subject) INCLUDE (status, held_from, held_to)
    WHERE kind = 'REPLICA' AND known_to = 'infinity' AND place <> '' AND authoritative;

CREATE INDEX registry_statement_size
    ON registry_statement (subject) INCLUDE (size_gb, held_from, held_to)
    WHERE kind = 'DATASET' AND known_to = 'infinity' AND place = '';
