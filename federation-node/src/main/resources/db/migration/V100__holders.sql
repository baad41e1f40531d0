-- What home and host have said of each grant, in their journals: a third State that holds a copy gives chunks of it by these.
CREATE TABLE exchange_heard_grant (
    serial       text        NOT NULL,
    said_by      text        NOT NULL,
    dataset      text        NOT NULL,
    operation    text        NOT NULL,
    target_site  text        NOT NULL,
    encrypted    boolean     NOT NULL,
    version_root text,
    expires      timestamptz NOT NULL,
    PRIMARY KEY (serial, said_by)
);

-- What each State's node brought to a transfer: [{"state", "bytes", "wrong"}].
ALTER TABLE exchange_transfer ADD COLUMN shares jsonb NOT NULL DEFAULT '[]';
