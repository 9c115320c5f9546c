-- A ledger as docs/formats/ledger-schema.md describes it. Offsets are UTF-16 code units of revision.text, half-open.

CREATE TABLE codebook (
    digest   TEXT PRIMARY KEY,
    text     TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    basis TEXT NOT NULL CHECK (basis IN ('address', 'outlet-id', 'text'))
) STRICT;

CREATE TABLE revision (
    id              INTEGER PRIMARY KEY,
    article_id      INTEGER NOT NULL REFERENCES article (id),
    key             TEXT NOT NULL UNIQUE,
    number          INTEGER NOT NULL CHECK (number >= 1),
    is_current      INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    digest          TEXT NOT NULL,
    source_id       TEXT NOT NULL,
    url             TEXT,
    outlet          TEXT,
    title           TEXT,
    byline          TEXT,
    published       TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    published_basis TEXT NOT NULL,
    language        TEXT,
    extra           TEXT,
    added_at        TEXT NOT NULL,
    model           TEXT NOT NULL,
    codebook        TEXT REFERENCES codebook (digest),
    coded_at        TEXT NOT NULL,
    text            TEXT NOT NULL,
    UNIQUE (article_id, number)
) STRICT;

CREATE UNIQUE INDEX revision_current ON revision (article_id) WHERE is_current = 1;
CREATE INDEX revision_source_id ON revision (source_id);
CREATE INDEX revision_url ON revision (url);

-- What a machine read: replaced as a whole when the article is coded anew.

CREATE TABLE furniture (
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    ordinal     INTEGER NOT NULL,
    span_start  INTEGER NOT NULL CHECK (span_start >= 0),
    span_end    INTEGER NOT NULL CHECK (span_end >= span_start),
    reason      TEXT NOT NULL,
    PRIMARY KEY (revision_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_expression (
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    ordinal     INTEGER NOT NULL,
    span_start  INTEGER NOT NULL CHECK (span_start >= 0),
    span_end    INTEGER NOT NULL CHECK (span_end >= span_start),
    type        TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (revision_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
    id            INTEGER PRIMARY KEY,
    revision_id   INTEGER NOT NULL REFERENCES revision (id),
    name          TEXT NOT NULL,
    parent        TEXT,
    key           TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    type          TEXT NOT NULL CHECK (type IN ('statement', 'attitude')),
    speaker       TEXT,
    speaker_party TEXT,
    addressee     TEXT,
    confidence    REAL NOT NULL,
    UNIQUE (revision_id, name),
    FOREIGN KEY (revision_id, parent) REFERENCES attribution (revision_id, name) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE attribution_span (
    attribution_id INTEGER NOT NULL REFERENCES attribution (id) ON DELETE CASCADE,
    role           TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content')),
    ordinal        INTEGER NOT NULL,
    span_start     INTEGER NOT NULL CHECK (span_start >= 0),
    span_end       INTEGER NOT NULL CHECK (span_end >= span_start),
    PRIMARY KEY (attribution_id, role, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
    id              INTEGER PRIMARY KEY,
    revision_id     INTEGER NOT NULL REFERENCES revision (id),
    name            TEXT NOT NULL,
    key             TEXT NOT NULL,
    attribution     TEXT,
    holder          TEXT NOT NULL,
    party           TEXT,
    issue           TEXT NOT NULL,
    direction       TEXT NOT NULL CHECK (direction IN ('supports', 'opposes')),
    strength        INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 4),
    act             TEXT NOT NULL,
    condition_start INTEGER CHECK (condition_start >= 0),
    condition_end   INTEGER CHECK (condition_end > condition_start),
    addressee       TEXT,
    is_reiterated   INTEGER NOT NULL CHECK (is_reiterated IN (0, 1)),
    reported_by     TEXT,
    reporter_party  TEXT,
    date            TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    date_basis      TEXT,
    kind            TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed', 'narrator')),
    evidence_start  INTEGER NOT NULL CHECK (evidence_start >= 0),
    evidence_end    INTEGER NOT NULL CHECK (evidence_end > evidence_start),
    evidence        TEXT NOT NULL,
    confidence      REAL NOT NULL,
    why             TEXT NOT NULL,
    CHECK ((condition_start IS NULL) = (condition_end IS NULL)),
    UNIQUE (revision_id, name),
    FOREIGN KEY (revision_id, attribution) REFERENCES attribution (revision_id, name) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX position_attribution ON position (revision_id, attribution);
CREATE INDEX attribution_parent ON attribution (revision_id, parent);

CREATE INDEX position_cell ON position (issue, party);

CREATE TABLE condition_issue (
    position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    issue       TEXT NOT NULL,
    PRIMARY KEY (position_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
    position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
    ordinal     INTEGER NOT NULL,
    span_start  INTEGER NOT NULL CHECK (span_start >= 0),
    span_end    INTEGER NOT NULL CHECK (span_end >= span_start),
    value       REAL NOT NULL,
    unit        TEXT NOT NULL,
    PRIMARY KEY (position_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What people said about machine lines: only ever added to; refers to lines by key and anchor, never by row.

CREATE TABLE correction (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL CHECK (kind IN ('accept', 'edit', 'reject', 'add', 'merge')),
    target      TEXT,
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    payload     TEXT NOT NULL CHECK (json_valid(payload)),
    article_key TEXT,
    text_digest TEXT,
    line        TEXT CHECK (line IN ('position', 'attribution')),
    issue       TEXT,
    holder      TEXT,
    party       TEXT,
    span_start  INTEGER CHECK (span_start >= 0),
    span_end    INTEGER CHECK (span_end >= span_start),
    quote       TEXT
) STRICT;

CREATE INDEX correction_article ON correction (article_key);

-- Search: whole texts by stem, quotations by the very words.

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = 'revision', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE quote_search USING fts5 (content, tokenize = 'unicode61 remove_diacritics 2');
