-- Inputs that could not be read, kept until they can be; and who holds positions, looked up by name.

CREATE TABLE intake_failure (
    id        INTEGER PRIMARY KEY,
    origin    TEXT NOT NULL UNIQUE,
    problem   TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    times     INTEGER NOT NULL CHECK (times >= 1)
) STRICT;

CREATE INDEX intake_failure_at ON intake_failure (failed_at);

CREATE INDEX position_holder ON position (holder);
