-- When this State's nodes challenge each copy that another State holds, and how often the holder has put it off.
CREATE TABLE possession_challenge (
    site         text        NOT NULL,
    dataset      text        NOT NULL,
    version_root text        NOT NULL,
    due_at       timestamptz NOT NULL,
    put_off      integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (site, dataset, version_root)
);

CREATE INDEX possession_challenge_due ON possession_challenge (due_at);
