-- Stories and utterances, kept so that one more article changes its neighborhood alone. All of it is made from the other tables.

-- One row; another version of what reads and weighs makes everything below anew.
CREATE TABLE story_state (
    version    TEXT NOT NULL,
    sample     TEXT NOT NULL,
    generation INTEGER NOT NULL
) STRICT;

-- Articles whose text or lines changed since stories were last brought up to date.
CREATE TABLE story_stale (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (id)
) STRICT;

CREATE INDEX story_stale_article ON story_stale (article_id, id);

INSERT INTO story_stale (article_id) SELECT id FROM article;

CREATE TRIGGER story_stale_revision AFTER INSERT ON revision BEGIN
    INSERT INTO story_stale (article_id) VALUES (new.article_id);
END;

CREATE TRIGGER story_stale_recoded AFTER UPDATE OF coded_at ON revision BEGIN
    INSERT INTO story_stale (article_id) VALUES (new.article_id);
END;

-- Positions play no part in stories. What merges or parts names may touch any article, and so may what is taken back.
CREATE TRIGGER story_stale_correction AFTER INSERT ON correction
WHEN new.line IS NULL OR new.line = 'attribution' BEGIN
    INSERT INTO story_stale (article_id) SELECT id FROM article WHERE key = coalesce(
        new.article_key, (SELECT taken.article_key FROM correction taken WHERE taken.key = new.target AND new.kind = 'undo'), key);
END;

-- first_day: '9999-99-99' when undated, so that undated stories come last.
CREATE TABLE story (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    first_day  TEXT NOT NULL,
    last_day   TEXT,
    first_key  TEXT NOT NULL,
    title      TEXT NOT NULL,
    articles   INTEGER NOT NULL,
    outlets    INTEGER NOT NULL,
    utterances INTEGER NOT NULL,
    is_stale   INTEGER NOT NULL CHECK (is_stale IN (0, 1))
) STRICT;

CREATE INDEX story_day ON story (first_day, first_key);
CREATE INDEX story_unread ON story (id) WHERE is_stale = 1;

-- day: number of days since the year 1, 0 when unknown. original_id: the article it is a copy of, itself when of none. part: lowest id of the articles
-- that probable links connect it with, null while that is to be found out, 0 for a copy. nearest_id: what ties it to its story, null in the middle one.
CREATE TABLE story_article (
    article_id  INTEGER PRIMARY KEY REFERENCES article (id),
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    key         TEXT NOT NULL,
    day         INTEGER NOT NULL,
    draw        TEXT NOT NULL,
    profile     BLOB NOT NULL,
    original_id INTEGER NOT NULL,
    is_linked   INTEGER NOT NULL CHECK (is_linked IN (0, 1)),
    part        INTEGER,
    story_id    INTEGER REFERENCES story (id) ON DELETE SET NULL,
    nearest_id  INTEGER,
    nearness    REAL
) STRICT;

CREATE INDEX story_article_draw ON story_article (draw) WHERE original_id = article_id;
CREATE INDEX story_article_original ON story_article (original_id);
CREATE INDEX story_article_part ON story_article (part);
CREATE INDEX story_article_story ON story_article (story_id);
CREATE INDEX story_article_unlinked ON story_article (article_id) WHERE is_linked = 0;

CREATE TABLE story_key (
    term       INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (term, day, article_id)
) STRICT, WITHOUT ROWID;

-- Both ways, so that all links of an article stand together.
CREATE TABLE story_link (
    article_id  INTEGER NOT NULL,
    other_id    INTEGER NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE utterance (
    id       INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX utterance_story ON utterance (story_id);

CREATE TABLE rendering (
    utterance_id INTEGER NOT NULL REFERENCES utterance (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    article_id   INTEGER NOT NULL,
    attribution  TEXT NOT NULL,
    span_start   INTEGER NOT NULL CHECK (span_start >= 0),
    span_end     INTEGER NOT NULL CHECK (span_end > span_start),
    is_quoted    INTEGER NOT NULL CHECK (is_quoted IN (0, 1)),
    PRIMARY KEY (utterance_id, ordinal)
) STRICT, WITHOUT ROWID;

-- In how many more utterances of a story outlets put different words of a speaker between marks than the same.
CREATE TABLE story_speaker (
    name     TEXT NOT NULL,
    story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    balance  INTEGER NOT NULL,
    PRIMARY KEY (name, story_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_speaker_story ON story_speaker (story_id);
