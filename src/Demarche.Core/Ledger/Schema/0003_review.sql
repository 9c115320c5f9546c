-- Corrections that are taken back, actors that are parted again, codings of a second coder who does not see the first's, and the words
-- around a line so that it is found again where its quote stands more than once.

CREATE TABLE correction_new (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL CHECK (kind IN ('accept', 'edit', 'reject', 'add', 'merge', 'split', 'undo')),
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
    quote       TEXT,
    before      TEXT,
    after       TEXT,
    is_blind    INTEGER NOT NULL DEFAULT 0 CHECK (is_blind IN (0, 1))
) STRICT;

INSERT INTO correction_new (id, key, kind, target, author, at, payload, article_key, text_digest, line, issue, holder, party,
                            span_start, span_end, quote)
SELECT id, key, kind, target, author, at, payload, article_key, text_digest, line, issue, holder, party, span_start, span_end, quote
FROM correction;

DROP TABLE correction;
ALTER TABLE correction_new RENAME TO correction;
CREATE INDEX correction_article ON correction (article_key);
