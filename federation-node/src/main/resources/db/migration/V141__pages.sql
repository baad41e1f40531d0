-- What pages count, so that none reads the rows of all copies.

-- Copies that States have found something against, by what they found.
CREATE INDEX registry_statement_forbidden
    ON registry_statement (subject, place) INCLUDE (held_from, held_to)
    WHERE kind = 'FINDING' AND authoritative AND known_to = 'infinity' AND value::jsonb ->> 'verdict' <> 'INDETERMINATE';
CREATE INDEX registry_statement_undecided
    ON registry_statement (subject, place) INCLUDE (held_from, held_to)
    WHERE kind = 'FINDING' AND authoritative AND known_to = 'infinity' AND value::jsonb ->> 'verdict' = 'INDETERMINATE';

-- The last alarms about a State.
CREATE INDEX registry_statement_alarm
    ON registry_statement (subject, held_from DESC, place, said_by)
    WHERE kind = 'ALARM' AND known_to = 'infinity';

-- What people owe: of the register, the part that the front page counts.
CREATE INDEX duty_standing_owed
    ON duty_standing (day) INCLUDE (from_at, until_at, dataset, site)
    WHERE place = 0;
