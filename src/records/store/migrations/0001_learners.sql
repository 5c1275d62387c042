-- Learners and all that is theirs. Every size is bounded, so that a file from a stranger cannot hold more than the program will read
-- (the check at opening holds every row to these rules). Times are ms since 1970 UTC, days are days since 1970.

CREATE TABLE learners (
    id INTEGER PRIMARY KEY AUTOINCREMENT,          -- never used a second time
    uid BLOB NOT NULL UNIQUE CHECK (octet_length(uid) = 16), -- the same person in every copy of the records
    name TEXT NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 400),
    code TEXT NOT NULL UNIQUE CHECK (octet_length(code) BETWEEN 1 AND 16), -- stands for the name in blind grading
    guest INTEGER NOT NULL CHECK (guest IN (0, 1)),
    created_ms INTEGER NOT NULL,
    pin_salt BLOB CHECK (octet_length(pin_salt) = 16),
    pin_rounds INTEGER CHECK (pin_rounds BETWEEN 1 AND 10000000),
    pin_hash BLOB CHECK (octet_length(pin_hash) = 32),
    CHECK ((pin_salt IS NULL) = (pin_hash IS NULL) AND (pin_rounds IS NULL) = (pin_hash IS NULL))
) STRICT;

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE CHECK (octet_length(uid) = 16), -- from its content: the same attempt is never kept twice
    learner INTEGER NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    drill TEXT NOT NULL CHECK (octet_length(drill) BETWEEN 1 AND 400),
    drill_hash TEXT NOT NULL CHECK (octet_length(drill_hash) <= 400),
    mode TEXT NOT NULL CHECK (octet_length(mode) BETWEEN 1 AND 40),
    seed INTEGER NOT NULL,                         -- the 64 bits of an unsigned number
    engine TEXT NOT NULL CHECK (octet_length(engine) <= 40),
    started_ms INTEGER,                            -- none where it is not known
    ended_ms INTEGER,
    was_left INTEGER NOT NULL CHECK (was_left IN (0, 1)), -- it was left before its end
    total REAL NOT NULL CHECK (total BETWEEN 0 AND 100),
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    critical TEXT NOT NULL CHECK (octet_length(critical) <= 65536), -- JSON: names of the critical errors
    depth REAL CHECK (depth BETWEEN 0 AND 100),    -- the six scores: none in results of before they were kept
    evenness REAL CHECK (evenness BETWEEN 0 AND 100),
    nodule REAL CHECK (nodule BETWEEN 0 AND 100),
    safety REAL CHECK (safety BETWEEN 0 AND 100),
    technique REAL CHECK (technique BETWEEN 0 AND 100),
    procedure REAL CHECK (procedure BETWEEN 0 AND 100),
    nodule_probability REAL CHECK (nodule_probability BETWEEN 0 AND 1),
    threads INTEGER CHECK (threads >= 0),
    time_s REAL CHECK (time_s >= 0),
    findings TEXT NOT NULL CHECK (octet_length(findings) <= 1048576), -- JSON, as in the scorecard
    notes TEXT NOT NULL DEFAULT '' CHECK (octet_length(notes) <= 65536), -- what the learner wrote beside it
    checked INTEGER NOT NULL CHECK (checked IN (0, 1)) -- played here, or simulated again when it was imported
) STRICT;
CREATE INDEX attempts_of ON attempts (learner, drill, id);

CREATE TABLE recordings (
    attempt INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
    sha256 BLOB NOT NULL CHECK (octet_length(sha256) = 32),
    bytes BLOB NOT NULL CHECK (octet_length(bytes) <= 67108864) -- the sealed file
) STRICT;

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE CHECK (octet_length(uid) = 16),
    learner INTEGER NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    bank TEXT NOT NULL CHECK (octet_length(bank) BETWEEN 1 AND 400),
    item TEXT NOT NULL CHECK (octet_length(item) BETWEEN 1 AND 400),
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4), -- again, hard, good, easy
    answer TEXT NOT NULL CHECK (octet_length(answer) <= 65536), -- JSON
    correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX reviews_of ON reviews (learner, bank, item, at_ms);

CREATE TABLE schedule (
    learner INTEGER NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('item', 'drill')),
    key TEXT NOT NULL CHECK (octet_length(key) BETWEEN 1 AND 800),
    stability REAL NOT NULL CHECK (stability > 0 AND stability <= 1e6),
    difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
    last_day INTEGER NOT NULL,
    due_day INTEGER NOT NULL CHECK (due_day >= last_day),
    PRIMARY KEY (learner, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    learner INTEGER NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (octet_length(key) BETWEEN 1 AND 400),
    value TEXT NOT NULL CHECK (octet_length(value) <= 1048576), -- JSON
    PRIMARY KEY (learner, key)
) STRICT, WITHOUT ROWID;

-- Files of the person's data folder whose content was taken into the records: removed with the learner (none: to be removed).
CREATE TABLE old_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    learner INTEGER REFERENCES learners (id) ON DELETE SET NULL,
    path TEXT NOT NULL CHECK (octet_length(path) BETWEEN 1 AND 1000), -- below the folder of the database
    sha256 BLOB NOT NULL CHECK (octet_length(sha256) = 32),
    UNIQUE (path, sha256)
) STRICT;
CREATE INDEX old_files_of ON old_files (learner);

-- A row: somebody was deleted, and the file has yet to be written anew, since pages that were split may keep copies of what was in them.
CREATE TABLE traces (
    id INTEGER PRIMARY KEY
) STRICT;
