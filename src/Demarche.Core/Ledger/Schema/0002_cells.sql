-- The weight of the voice behind a position, and the lines of current revisions by cell and day.

ALTER TABLE position ADD COLUMN authority TEXT;
ALTER TABLE position ADD COLUMN authority_basis TEXT;
ALTER TABLE position ADD COLUMN office TEXT;

CREATE INDEX position_party ON position (party);
CREATE INDEX revision_published ON revision (is_current, published);

-- The first of a day leads it: rank 0 to 1 own words, to 2 reported, to 3 the narrator's, to 4 third hand; inside a level by confidence.
-- voice: 0 the party's own, 1 a voice whose words do not count as the party's, 2 told by another party. day: '' when undated.
CREATE TABLE cell_line (
    issue       TEXT NOT NULL,
    party       TEXT NOT NULL,
    voice       INTEGER NOT NULL CHECK (voice BETWEEN 0 AND 2),
    day         TEXT NOT NULL,
    position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
    revision_id INTEGER NOT NULL REFERENCES revision (id),
    signed      INTEGER NOT NULL,
    rank        REAL NOT NULL,
    PRIMARY KEY (issue, party, voice, day, position_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cell_line_position ON cell_line (position_id);
CREATE INDEX cell_line_revision ON cell_line (revision_id);
CREATE INDEX cell_line_day ON cell_line (day);

-- An undated line in an article that dates another one of the cell belongs to that day: to that of the same stance, else to the first.
-- (The plus signs keep the engine from walking the whole cell instead of the article.)
CREATE VIEW cell_line_source AS
SELECT p.issue, p.party,
       CASE WHEN p.reported_by IS NOT NULL AND p.reported_by <> p.holder AND p.reporter_party IS NOT NULL
                 AND p.reporter_party <> p.party THEN 2
            WHEN p.authority IN ('lawmaker', 'unnamed', 'former', 'outsider', 'unknown') THEN 1
            ELSE 0 END AS voice,
       coalesce(
           p.date,
           (SELECT substr(min((q.direction <> p.direction OR (q.condition_start IS NULL) <> (p.condition_start IS NULL)) || q.date), 2)
            FROM position q
            WHERE q.revision_id = p.revision_id AND +q.issue = p.issue AND +q.party = p.party AND q.date IS NOT NULL
              AND (q.reported_by IS NOT NULL AND q.reported_by <> q.holder AND q.reporter_party IS NOT NULL
                   AND q.reporter_party <> q.party)
                = (p.reported_by IS NOT NULL AND p.reported_by <> p.holder AND p.reporter_party IS NOT NULL
                   AND p.reporter_party <> p.party)),
           r.published,
           '') AS day,
       p.id AS position_id, p.revision_id,
       CASE p.direction WHEN 'supports' THEN p.strength ELSE -p.strength END AS signed,
       1 - p.confidence
       + CASE WHEN p.reported_by IS NOT NULL AND p.reported_by <> p.holder AND p.reporter_party IS NULL THEN 3
              WHEN p.kind = 'narrator' THEN 2
              WHEN p.kind IN ('direct', 'mixed') AND (p.reported_by IS NULL OR p.reported_by = p.holder) THEN 0
              ELSE 1 END AS rank
FROM position p JOIN revision r ON r.id = p.revision_id
WHERE r.is_current = 1 AND p.party IS NOT NULL;

INSERT INTO cell_line SELECT issue, party, voice, day, position_id, revision_id, signed, rank FROM cell_line_source;
