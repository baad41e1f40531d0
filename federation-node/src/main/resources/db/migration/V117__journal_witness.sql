-- The checkpoint of each other State that this State has cosigned last: the next one must have grown out of it (C2SP tlog-witness).
CREATE TABLE witnessed_checkpoint (
    state       text        PRIMARY KEY,
    size        bigint      NOT NULL CHECK (size >= 0),
    root        bytea       NOT NULL CHECK (octet_length(root) = 32),
    note        text        NOT NULL,
    accepted_at timestamptz NOT NULL
);

-- Neither a fault in the program nor a hasty hand at the prompt makes a witness forget what it said.
CREATE FUNCTION witnessed_checkpoint_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root) THEN
        RAISE EXCEPTION 'A checkpoint that was cosigned is followed by one that has grown out of it, never taken back.';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER witnessed_checkpoint_only_grows
    BEFORE UPDATE OR DELETE ON witnessed_checkpoint
    FOR EACH ROW EXECUTE FUNCTION witnessed_checkpoint_only_grows();

-- Checkpoints that a State signed and that contradict what it had signed before: with the one above, proof of it for anyone.
CREATE TABLE refused_checkpoint (
    state      text        NOT NULL,
    size       bigint      NOT NULL,
    root       bytea       NOT NULL CHECK (octet_length(root) = 32),
    note       text        NOT NULL,
    against    text        NOT NULL,
    refused_at timestamptz NOT NULL,
    PRIMARY KEY (state, size, root)
);

-- What the other States have cosigned of this State's own journal last, each with the checkpoint that it cosigned.
CREATE TABLE own_cosignature (
    witness     text        PRIMARY KEY,
    size        bigint      NOT NULL CHECK (size >= 0),
    root        bytea       NOT NULL CHECK (octet_length(root) = 32),
    note        text        NOT NULL,
    line        text        NOT NULL,
    cosigned_at timestamptz NOT NULL
);
