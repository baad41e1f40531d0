-- The signed editions of all jurisdictions' rules, own and others', as they were accepted. They are only ever added.
CREATE TABLE rule_edition (
    jurisdiction text        NOT NULL CHECK (jurisdiction IN ('ML', 'BF', 'NE', 'AES')),
    version      bigint      NOT NULL CHECK (version > 0),
    digest       text        NOT NULL UNIQUE,
    content      bytea       NOT NULL,
    signatures   bytea       NOT NULL,
    accepted_at  timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, version)
);

-- Their files, once each: most editions change one of many.
CREATE TABLE rule_file (
    sha256 text  PRIMARY KEY,
    bytes  bytea NOT NULL
);
