-- How fast, and in which hours, bytes may move: what operators have set in the configuration's place. ALL, or a State.
CREATE TABLE exchange_limit (
    peer    text PRIMARY KEY,
    receive text NOT NULL,
    serve   text NOT NULL,
    windows text NOT NULL,
    set_by  text NOT NULL,
    set_at  timestamptz NOT NULL
);

-- What links brought, each time for as long as was measured, while nothing but the link set the speed.
CREATE TABLE exchange_link_speed (
    peer             text NOT NULL,
    measured_at      timestamptz NOT NULL,
    bytes_per_second bigint NOT NULL,
    PRIMARY KEY (peer, measured_at)
);

-- Since when a link is slower than it was.
CREATE TABLE exchange_link_slow (
    peer  text PRIMARY KEY,
    since timestamptz NOT NULL,
    usual bigint NOT NULL
);
