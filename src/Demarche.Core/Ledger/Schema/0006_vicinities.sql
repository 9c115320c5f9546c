-- The words of an article are weighed by a sample of the articles around it in time, no longer by one of the whole ledger. Version 4 of the program's
-- stories fills what is new here.

-- place: where the article stands on the line of days. vicinity: middle of the stretch it is weighed by, null while that is to be found out.
ALTER TABLE story_article ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story_article ADD COLUMN vicinity INTEGER;

-- Whether there is a title and no text.
ALTER TABLE story_article ADD COLUMN is_headline INTEGER NOT NULL DEFAULT 0 CHECK (is_headline IN (0, 1));

DROP INDEX story_article_draw;
CREATE INDEX story_article_place ON story_article (place, draw) WHERE original_id = article_id;
CREATE INDEX story_article_vicinity ON story_article (vicinity);
CREATE INDEX story_article_headline ON story_article (day, article_id) WHERE is_headline = 1;

-- How many articles of a stretch's sample have each word. last_draw: of the sampled the last, null when all of the stretch are in it.
CREATE TABLE story_vicinity (
    id        INTEGER PRIMARY KEY,
    last_draw TEXT,
    terms     BLOB NOT NULL
) STRICT;

-- Where articles came or went since it was last judged who is weighed by whom.
CREATE TABLE story_moved (
    place INTEGER NOT NULL,
    draw  TEXT NOT NULL
) STRICT;

ALTER TABLE story_state DROP COLUMN sample;
