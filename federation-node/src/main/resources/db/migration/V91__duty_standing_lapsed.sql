-- The list of duties is read in the order of an index. What the end of a grant has ended would stand at its head for ever: it is kept out of it, and what
-- such an end is still to come for is found by it.
DROP INDEX duty_standing_listed;

CREATE INDEX duty_standing_listed ON duty_standing (place, day, id) WHERE until_at = 'infinity';

CREATE INDEX duty_standing_passing ON duty_standing (until_at) WHERE until_at < 'infinity';
