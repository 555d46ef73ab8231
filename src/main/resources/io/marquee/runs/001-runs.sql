-- One row a run: what a list of runs shows. Everything long is in the other tables, so that a list is read fast.
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    changed INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    settings TEXT NOT NULL,
    device TEXT NOT NULL,
    seed INTEGER NOT NULL,
    clipped INTEGER NOT NULL,
    fingerprint TEXT,
    split TEXT,
    epochs_planned INTEGER NOT NULL,
    epochs_finished INTEGER NOT NULL DEFAULT 0,
    batches INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    last_train_mse REAL,
    last_test_mse REAL,
    best_test_mse REAL,
    best_epoch INTEGER,
    failure TEXT,
    notes TEXT NOT NULL DEFAULT '',
    starred INTEGER NOT NULL DEFAULT 0,
    colour INTEGER NOT NULL DEFAULT 0,
    model_file TEXT,
    process INTEGER NOT NULL,
    process_started INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX run_changed ON run (changed);

-- What was asked for, how it began, and on which machine, as JSON.
CREATE TABLE run_detail (
    run INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    request TEXT NOT NULL,
    started TEXT,
    machine TEXT NOT NULL
);

-- The loss of each batch, in squared stars: little-endian floats, many to a row, never across the end of an epoch.
-- first: number of the first batch of the row, counted from 1 over the whole run; seconds: training time at its last.
CREATE TABLE losses (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    seconds REAL NOT NULL,
    points BLOB NOT NULL,
    PRIMARY KEY (run, first)
);

-- batches, seconds: batches and training time of the run at the end of the epoch; result: all its numbers as JSON.
CREATE TABLE epoch (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    seconds REAL NOT NULL,
    train_mse REAL NOT NULL,
    test_mse REAL NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (run, epoch)
);
