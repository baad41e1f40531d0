-- Which chunks of a damaged copy are fetched anew, and not only how many were when it was last taken apart: a bit for each,
-- so that what a repair adds after a restart counts, and what it finds again counts once.
ALTER TABLE exchange_damage ADD COLUMN lost_chunks bytea NOT NULL DEFAULT '';
ALTER TABLE exchange_damage DROP COLUMN lost;
