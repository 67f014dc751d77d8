-- by hand:
-- Whoever has themselves reminded of meetings hears also that one is at another time. A new value of an enum can be used once
-- the migration that adds it is committed.
UPDATE "notification_channel" SET "kinds" = array_append("kinds", 'MEETING_DATE_CHANGED')
WHERE 'MEETING_AHEAD' = ANY("kinds");
