-- When a transfer was sealed: with when it was ordered, the rate at which this node's transfers move.
ALTER TABLE exchange_transfer ADD COLUMN sealed_at timestamptz;

CREATE INDEX exchange_transfer_sealed ON exchange_transfer (sealed_at DESC) WHERE sealed_at IS NOT NULL;
