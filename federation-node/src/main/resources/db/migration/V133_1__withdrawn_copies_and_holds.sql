-- Copies that were taken out of their campaign: when, by whom, why.
ALTER TABLE campaign_copy ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE campaign_copy ADD COLUMN withdrawn_by text;
ALTER TABLE campaign_copy ADD COLUMN withdrawn_reason text;

-- Who holds a campaign, since when and why. Null while it goes on, and of a hold that was read before this was kept.
ALTER TABLE campaign ADD COLUMN held_at timestamptz;
ALTER TABLE campaign ADD COLUMN held_by text;
ALTER TABLE campaign ADD COLUMN held_reason text;
