-- Runs with a validation part measure the test part once, at the end: test_mse of an epoch can be missing.
ALTER TABLE epoch RENAME TO epoch_before;

-- batches, seconds: batches and training time of the run at the end of the epoch; result: all its numbers as JSON.
CREATE TABLE epoch (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    seconds REAL NOT NULL,
    train_mse REAL NOT NULL,
    validation_mse REAL,
    test_mse REAL,
    result TEXT NOT NULL,
    PRIMARY KEY (run, epoch)
);

INSERT INTO epoch (run, epoch, batches, seconds, train_mse, test_mse, result)
SELECT run, epoch, batches, seconds, train_mse, test_mse, result FROM epoch_before;

DROP TABLE epoch_before;
