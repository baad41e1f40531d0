-- By which key people have signed: one key under two names is one person. Null where an older entry does not say it.
ALTER TABLE campaign_signature ADD COLUMN key text;
ALTER TABLE duty_discharge ADD COLUMN key text;
