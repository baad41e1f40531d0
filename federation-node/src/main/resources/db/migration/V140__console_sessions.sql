-- Links that sign somebody in once. Only digests: whoever reads this table can use none of them.
CREATE TABLE console_link (
    -- SHA-256 of the link's secret.
    digest      text        PRIMARY KEY,
    party       text        NOT NULL,
    -- SHA-256 of the certificate that asked for it.
    fingerprint text        NOT NULL,
    -- The chain that was shown, judged again when the link is used: DER, one after the other, leaf first.
    chain       bytea       NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);

CREATE INDEX console_link_fingerprint ON console_link (fingerprint);
CREATE INDEX console_link_expiry ON console_link (expires_at);

-- Who is signed in, for every process of the State.
CREATE TABLE console_session (
    -- SHA-256 of the cookie's secret.
    digest      text        PRIMARY KEY,
    party       text        NOT NULL,
    fingerprint text        NOT NULL,
    chain       bytea       NOT NULL,
    began_at    timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL
);

CREATE INDEX console_session_fingerprint ON console_session (fingerprint, began_at);
CREATE INDEX console_session_seen ON console_session (seen_at);
