-- The last head of a followed journal as its State signed it: by it the State takes its own entries back after its database was restored.
CREATE TABLE followed_head (
    state     text   PRIMARY KEY REFERENCES journal_chain,
    size      bigint NOT NULL,
    statement text   NOT NULL
);
