-- The last checkpoint that this State signed over its own journal (C2SP tlog-checkpoint). What it signs next must have grown out of it.
CREATE TABLE journal_checkpoint (
    state     text        PRIMARY KEY REFERENCES journal_tree,
    size      bigint      NOT NULL CHECK (size >= 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL
);

-- Neither a fault in the program nor a hasty hand at the prompt makes it forget what was signed.
CREATE FUNCTION journal_checkpoint_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root) THEN
        RAISE EXCEPTION 'A checkpoint that was signed is followed by one that has grown out of it, never taken back.';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_checkpoint_only_grows
    BEFORE UPDATE OR DELETE ON journal_checkpoint
    FOR EACH ROW EXECUTE FUNCTION journal_checkpoint_only_grows();
