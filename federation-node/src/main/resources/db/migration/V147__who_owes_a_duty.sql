-- Whose operators owe a duty; empty where a State's officers do. So what one of them owes is read, and nothing that others owe.
ALTER TABLE duty_standing ADD COLUMN debtor_site text NOT NULL DEFAULT '';

UPDATE duty_standing s SET debtor_site = g.debtor_site
FROM duty_ground g
WHERE g.id = s.id AND g.said_by = s.said_by AND g.journal_index = s.journal_index AND g.debtor_site IS NOT NULL;

CREATE INDEX duty_standing_owed_by
    ON duty_standing (place, debtor, debtor_site, day, id)
    WHERE until_at = 'infinity';
