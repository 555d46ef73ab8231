-- Runs that wait for their turn, in order of place.
CREATE TABLE queued (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place REAL NOT NULL,
    dataset TEXT NOT NULL,
    settings TEXT NOT NULL,
    request TEXT NOT NULL,
    added INTEGER NOT NULL
);
