-- The officers who counted when an edition was accepted: their certificates end, their names stay. Empty where an older program took the edition.
ALTER TABLE rule_edition ADD COLUMN signers text[] NOT NULL DEFAULT '{}';
