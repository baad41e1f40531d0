-- Grants that have lost their ground, as the States that they bind say: what was owed on the way to a copy that never came ends with them.
CREATE TABLE duty_withdrawal (
    said_by text NOT NULL CHECK (said_by IN ('ML', 'BF', 'NE')),
    serial  text NOT NULL,
    PRIMARY KEY (serial, said_by)
);

-- By which version of the program's reading the registry, the duties and the decisions were read from the journals; a node that reads otherwise reads them anew.
CREATE TABLE projection_reading (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version integer NOT NULL
);
