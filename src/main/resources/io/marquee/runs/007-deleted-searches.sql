-- When a search was deleted, in milliseconds since 1970; for a week it can be brought back.
ALTER TABLE search ADD COLUMN deleted INTEGER;
