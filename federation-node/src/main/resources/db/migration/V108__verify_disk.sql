-- Whether a copy is read again from its disk before it is sealed.
ALTER TABLE exchange_transfer ADD COLUMN verify_disk boolean NOT NULL DEFAULT false;
