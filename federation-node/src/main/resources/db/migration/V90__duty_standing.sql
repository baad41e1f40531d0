-- How each duty stands: reckoned from the rows that the journals made, whenever these have changed, so that a page of the register is read and not reckoned.
-- A row tells for a time: where the grant that first asked for a duty lapses unused, the next one that asks for it goes on. Both rebuilt from journal_entry.
CREATE TABLE duty_standing (
    id            text        NOT NULL,
    -- The ground that tells what is owed by whom.
    said_by       text        NOT NULL,
    journal_index bigint      NOT NULL,
    dataset       text        NOT NULL,
    site          text        NOT NULL,
    debtor        text        NOT NULL,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz NOT NULL,
    -- As the register is listed: 0 to be discharged, overdue or not, 2 to be observed, 3 kept by the node, 4 discharged.
    place         integer     NOT NULL,
    -- When it is overdue; 9999-12-31 where the law sets no day, or nothing is left to discharge.
    day           timestamptz NOT NULL,
    PRIMARY KEY (id, from_at)
);

CREATE INDEX duty_standing_listed ON duty_standing (place, day, id);

CREATE INDEX duty_standing_of_copy ON duty_standing (dataset, site);

-- The copies, grants and duties of which the journals have said something since they were reckoned. Only ever added to by whoever writes a journal: it waits
-- for nobody.
CREATE TABLE duty_touched (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text,
    site    text,
    serial  text,
    duty    text
);

CREATE INDEX duty_ground_of_grant ON duty_ground (serial);

INSERT INTO duty_touched (dataset, site) SELECT DISTINCT dataset, site FROM duty_ground;
