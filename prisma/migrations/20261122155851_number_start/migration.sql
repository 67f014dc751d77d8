-- by hand:
-- Finds complaints by the beginning of their number, whatever the database's collation.
CREATE INDEX "complaint_by_number_start" ON "complaint" ("number" text_pattern_ops);
