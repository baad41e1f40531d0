-- What a dataset is found by: its identifier, its names and its owner, without capitals and accents (of a database whose own locale does not know their
-- capitals too). Written down once, so that a search reads it and nothing else of a description.
ALTER TABLE registry_statement
    ADD COLUMN words text GENERATED ALWAYS AS (CASE WHEN kind = 'DATASET' THEN
        translate(lower(subject || ' ' || COALESCE(value::jsonb -> 'name' ->> 'fr', '') || ' ' || COALESCE(value::jsonb -> 'name' ->> 'en', '')
            || ' ' || COALESCE(value::jsonb ->> 'owner', '')),
            'àâäáãçéèêëíîïñóôöõúùûüÿÀÂÄÁÃÇÉÈÊËÍÎÏÑÓÔÖÕÚÙÛÜŸ', 'aaaaaceeeeiiinoooouuuuyaaaaaceeeeiiinoooouuuuy') END) STORED;

-- Datasets of a class, in the order of their list.
CREATE INDEX registry_statement_classification
    ON registry_statement ((value::jsonb ->> 'classification'), subject)
    WHERE kind = 'DATASET' AND authoritative AND known_to = 'infinity';

-- Challenges that were not answered well.
CREATE INDEX registry_statement_failed
    ON registry_statement (subject)
    WHERE kind = 'CHALLENGE' AND known_to = 'infinity' AND held_to = 'infinity' AND value::jsonb ->> 'outcome' <> 'PROVED';
