-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "ordinal" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "meeting_seriesId_ordinal_key" ON "meeting"("seriesId", "ordinal");

-- by hand:
-- Meetings that were held already keep the order in which they began.
UPDATE "meeting" AS m SET "ordinal" = o."n" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "seriesId" ORDER BY "startedAt", "id")::int AS "n"
  FROM "meeting" WHERE "seriesId" IS NOT NULL
) AS o WHERE o."id" = m."id";
