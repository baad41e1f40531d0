-- Copies that travel by road.

-- The keys to which this site has disks encrypted; the keys themselves are files.
CREATE TABLE courier_key (
    key_id       text PRIMARY KEY,
    serial       text NOT NULL,
    made_at      timestamptz NOT NULL,
    destroyed_at timestamptz
);

-- Copies that this site gives by disk: to which key, in how many disks.
CREATE TABLE courier_export (
    serial     text PRIMARY KEY,
    public_key bytea NOT NULL,
    capacities bigint[] NOT NULL
);

-- The disks of each.
CREATE TABLE courier_export_disk (
    serial      text NOT NULL,
    disk        integer NOT NULL,
    first_chunk integer NOT NULL,
    chunks      integer NOT NULL,
    PRIMARY KEY (serial, disk)
);

-- The files of each disk as they were written, so that a writer that was killed knows its own again.
CREATE TABLE courier_export_file (
    serial text NOT NULL,
    disk   integer NOT NULL,
    name   text NOT NULL,
    head   text NOT NULL,
    digest text NOT NULL,
    bytes  bigint NOT NULL,
    PRIMARY KEY (serial, disk, name)
);

-- What the journals say of disks, one row for each entry.
CREATE TABLE courier_entry (
    said_by       text NOT NULL,
    journal_index bigint NOT NULL,
    kind          text NOT NULL,
    serial        text NOT NULL,
    dataset       text NOT NULL,
    version_root  text NOT NULL,
    source        text,
    site          text NOT NULL,
    disk          integer NOT NULL,
    disks         integer NOT NULL,
    seal          text,
    chunks        bigint NOT NULL DEFAULT 0,
    bytes         bigint NOT NULL DEFAULT 0,
    failed        bigint NOT NULL DEFAULT 0,
    note          text,
    said_at       timestamptz NOT NULL,
    PRIMARY KEY (said_by, journal_index)
);

CREATE INDEX courier_entry_disk ON courier_entry (serial, disk);
