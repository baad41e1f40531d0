-- The store that each site has used last: what lies in it tells it from every other.
CREATE TABLE exchange_store (
    site  text        PRIMARY KEY,
    name  uuid        NOT NULL,
    since timestamptz NOT NULL
);
