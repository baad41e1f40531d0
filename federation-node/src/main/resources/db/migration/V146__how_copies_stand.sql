-- How copies stand now, apart from all that they have been: what pages count.
CREATE INDEX registry_statement_standing
    ON registry_statement (subject, place) INCLUDE (status, held_from)
    WHERE kind = 'REPLICA' AND authoritative AND known_to = 'infinity' AND held_to = 'infinity';

-- What is over, or ends on a day to come.
CREATE INDEX registry_statement_ending
    ON registry_statement (held_to)
    WHERE kind = 'REPLICA' AND authoritative AND known_to = 'infinity' AND held_to < 'infinity';
