-- In which order transfers get their turn, and what keeps them from it.
ALTER TABLE exchange_transfer ADD COLUMN priority text NOT NULL DEFAULT 'NORMAL';
ALTER TABLE exchange_transfer ADD COLUMN expected_bytes bigint NOT NULL DEFAULT 0;
ALTER TABLE exchange_transfer ADD COLUMN waits_for text NOT NULL DEFAULT 'TURN';

-- What operators hold back: one transfer, whatever comes from a State, or everything.
CREATE TABLE exchange_pause (
    scope     text PRIMARY KEY,
    paused_by text NOT NULL,
    paused_at timestamptz NOT NULL
);
