-- All telling words of an article in one row, by its day: where hundreds of articles are linked anew, those of their weeks are read at once.
-- Version 5 of the program's stories fills it.
CREATE TABLE story_article_keys (
    day        INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    terms      BLOB NOT NULL,
    PRIMARY KEY (day, article_id)
) STRICT, WITHOUT ROWID;
