-- What was measured of the model after the run, and of baselines, as JSON.
ALTER TABLE run_detail ADD COLUMN measures TEXT;
