-- Where the decisions of each journal stand, so that one can be found by the name of its request or grant, or by its day.
CREATE TABLE decision_entry (
    state      text        NOT NULL,
    index      bigint      NOT NULL,
    request_id text        NOT NULL,
    serial     text,
    at         timestamptz NOT NULL,
    PRIMARY KEY (state, index)
);

CREATE INDEX decision_entry_request ON decision_entry (state, request_id);
CREATE INDEX decision_entry_serial ON decision_entry (state, serial) WHERE serial IS NOT NULL;
CREATE INDEX decision_entry_at ON decision_entry (state, at);

INSERT INTO decision_entry (state, index, request_id, serial, at)
SELECT state, index, event ->> 'request', event ->> 'serial', (event ->> 'at')::timestamptz
FROM (SELECT state, index, payload::jsonb AS event
      FROM journal_entry
      WHERE payload ~ '^\{"type":"(OFFER|GRANT|ACCEPT|REFUSAL)","at":"[0-9]{4}-') AS decisions;

-- The unsigned files that a demonstration judged by, of each jurisdiction under the digest over them. Signed editions are kept by themselves.
CREATE TABLE unsigned_rule_file (
    jurisdiction text NOT NULL CHECK (jurisdiction IN ('ML', 'BF', 'NE', 'AES')),
    digest       text NOT NULL,
    path         text NOT NULL,
    sha256       text NOT NULL REFERENCES rule_file,
    PRIMARY KEY (jurisdiction, digest, path)
);
