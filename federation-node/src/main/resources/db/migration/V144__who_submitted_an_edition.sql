-- Who submitted an edition is told by name and by key, so that nobody but them, or two others, takes it away.
ALTER TABLE waiting_edition
    -- Empty for what was submitted before this was kept: nobody's.
    ADD submitted_certificate text NOT NULL DEFAULT '',
    ADD submitted_key         text,
    -- Whoever would have it taken away and did not submit it; absent where nobody would.
    ADD removal_by            text,
    ADD removal_certificate   text,
    ADD removal_key           text;
