-- The signed word by which a receiver gave the key of its disks: whether it is still to be believed is asked again while disks are written. What was settled
-- before has none, and the receiver is asked anew.
ALTER TABLE courier_export ADD COLUMN key_word text;
