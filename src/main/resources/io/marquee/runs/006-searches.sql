-- Searches for hyperparameters. plan: what was asked for, as JSON; seconds: time it has run, pauses excluded.
CREATE TABLE search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    plan TEXT NOT NULL,
    seconds REAL NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    process INTEGER NOT NULL,
    process_started INTEGER NOT NULL
);

-- One row a trial. settings: hyperparameters as JSON; rung: how often it was promoted; kept: whether the search still needs
-- the checkpoints of its run.
CREATE TABLE trial (
    search INTEGER NOT NULL REFERENCES search (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    settings TEXT NOT NULL,
    state TEXT NOT NULL,
    rung INTEGER NOT NULL,
    epochs INTEGER NOT NULL DEFAULT 0,
    validation_mse REAL,
    test_mse REAL,
    seconds REAL NOT NULL DEFAULT 0,
    failure TEXT NOT NULL DEFAULT '',
    run INTEGER REFERENCES run (id) ON DELETE SET NULL,
    kept INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (search, number)
);

CREATE INDEX trial_run ON trial (run);
