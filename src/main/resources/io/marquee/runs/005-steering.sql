-- What a person changed while the run trained, in words; batch: batches done before.
CREATE TABLE steering (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    batch INTEGER NOT NULL,
    words TEXT NOT NULL
);
