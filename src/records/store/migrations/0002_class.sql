-- The class: who is in it, what is set, what was taken in, comments on replays, instructors' passes, and what is on its way to a learning
-- record store.

CREATE TABLE roster (
    learner INTEGER PRIMARY KEY REFERENCES learners (id) ON DELETE CASCADE,
    account TEXT NOT NULL UNIQUE CHECK (octet_length(account) BETWEEN 1 AND 400), -- mail address or name elsewhere
    added_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE class_settings (
    key TEXT PRIMARY KEY CHECK (octet_length(key) BETWEEN 1 AND 100),
    value TEXT NOT NULL CHECK (octet_length(value) <= 65536)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('drill', 'quiz')),
    what TEXT NOT NULL CHECK (octet_length(what) BETWEEN 1 AND 400),
    learner INTEGER REFERENCES learners (id) ON DELETE CASCADE, -- none: the whole class
    assigned_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX assignments_once ON assignments (kind, what, coalesce(learner, 0));

-- Recordings that were imported: by their bytes, and by what the hands did, whoever is said to have done it.
CREATE TABLE imports (
    attempt INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
    sha256 BLOB NOT NULL UNIQUE CHECK (octet_length(sha256) = 32),
    hands BLOB NOT NULL UNIQUE CHECK (octet_length(hands) = 32),
    file TEXT NOT NULL CHECK (octet_length(file) <= 4096),
    imported_ms INTEGER NOT NULL
) STRICT;

-- Comments pinned to a replay's time, and perhaps to a place of the patient.
CREATE TABLE pins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (octet_length(uid) = 36),
    recording BLOB NOT NULL CHECK (octet_length(recording) = 32), -- SHA-256 of the sealed file
    tick INTEGER NOT NULL CHECK (tick >= 0),
    x REAL, y REAL, z REAL,                        -- mm, material frame
    author TEXT NOT NULL CHECK (octet_length(author) BETWEEN 1 AND 400),
    words TEXT NOT NULL CHECK (octet_length(words) BETWEEN 1 AND 8000),
    at_ms INTEGER NOT NULL,
    CHECK ((x IS NULL) = (y IS NULL) AND (y IS NULL) = (z IS NULL))
) STRICT;
CREATE INDEX pins_of ON pins (recording, tick);

-- Instructors' passes: the ghost of a drill.
CREATE TABLE ghosts (
    drill TEXT PRIMARY KEY CHECK (octet_length(drill) BETWEEN 1 AND 400),
    sha256 BLOB NOT NULL CHECK (octet_length(sha256) = 32),
    bytes BLOB NOT NULL CHECK (octet_length(bytes) <= 67108864),
    player TEXT NOT NULL CHECK (octet_length(player) <= 400),
    total REAL NOT NULL CHECK (total BETWEEN 0 AND 100),
    set_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (octet_length(id) = 36),
    learner INTEGER REFERENCES learners (id) ON DELETE CASCADE,
    statement TEXT NOT NULL CHECK (octet_length(statement) <= 1048576), -- JSON
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'aside')),
    tries INTEGER NOT NULL CHECK (tries >= 0),
    next_ms INTEGER NOT NULL,
    reason TEXT CHECK (octet_length(reason) <= 4096),
    queued_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (state, tries, seq);
