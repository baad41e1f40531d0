-- An entry about a secret dataset is read as its commitment by those whom it does not concern; its payload comes when it begins to concern them.
ALTER TABLE journal_entry ADD COLUMN opened_at timestamptz CHECK (opened_at >= recorded_at);

CREATE INDEX journal_entry_unopened ON journal_entry (state, index) WHERE payload IS NULL;
CREATE INDEX journal_entry_opened_later ON journal_entry (state, opened_at, index) WHERE opened_at IS NOT NULL;

-- What opens a commitment may be added, once; that it does open it is the program's to see.
CREATE OR REPLACE FUNCTION journal_entry_is_immutable() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.payload IS NULL AND NEW.payload IS NOT NULL AND NEW.opened_at IS NOT NULL
        AND (OLD.state, OLD.index, OLD.commitment, OLD.head, OLD.recorded_at)
            = (NEW.state, NEW.index, NEW.commitment, NEW.head, NEW.recorded_at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A journal entry is never changed or removed.';
END
$$;
