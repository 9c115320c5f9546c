-- Where articles came from: kept bytes, watched feeds, copies of one text.

CREATE TABLE raw_copy (
    revision_id INTEGER PRIMARY KEY REFERENCES revision (id),
    digest      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    origin      TEXT NOT NULL,
    source_id   TEXT NOT NULL,
    outlet      TEXT,
    address     TEXT,
    charset     TEXT,
    fields      TEXT,
    given       TEXT CHECK (given IS NULL OR json_valid(given)),
    fetched_at  TEXT,
    reader      TEXT NOT NULL
) STRICT;

CREATE TABLE feed (
    address       TEXT PRIMARY KEY,
    entity_tag    TEXT,
    last_modified TEXT,
    failures      INTEGER NOT NULL,
    next_visit    TEXT
) STRICT;

CREATE TABLE feed_entry (
    mark  TEXT PRIMARY KEY,
    tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE landmark (
    hash        INTEGER NOT NULL,
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    PRIMARY KEY (hash, revision_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX landmark_revision ON landmark (revision_id);

CREATE TABLE copy_pair (
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    other_id    INTEGER NOT NULL REFERENCES revision (id),
    share       REAL NOT NULL,
    PRIMARY KEY (revision_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX copy_pair_other ON copy_pair (other_id);

CREATE TABLE shared_run (
    revision_id INTEGER NOT NULL,
    other_id    INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    span_start  INTEGER NOT NULL CHECK (span_start >= 0),
    span_end    INTEGER NOT NULL CHECK (span_end > span_start),
    other_start INTEGER NOT NULL CHECK (other_start >= 0),
    other_end   INTEGER NOT NULL CHECK (other_end > other_start),
    PRIMARY KEY (revision_id, other_id, ordinal),
    FOREIGN KEY (revision_id, other_id) REFERENCES copy_pair (revision_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE credit (
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    ordinal     INTEGER NOT NULL,
    agency      TEXT NOT NULL,
    is_whole    INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    span_start  INTEGER NOT NULL CHECK (span_start >= 0),
    span_end    INTEGER NOT NULL CHECK (span_end > span_start),
    PRIMARY KEY (revision_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Revisions up to here were added before copies were looked for; the row is gone once they were.
CREATE TABLE copy_index (
    up_to INTEGER NOT NULL
) STRICT;

INSERT INTO copy_index SELECT max(id) FROM revision HAVING count(*) > 0;
