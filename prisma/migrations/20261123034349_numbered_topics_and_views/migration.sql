-- DropIndex
DROP INDEX "saved_view_ownerId_idx";

-- DropIndex
DROP INDEX "meeting_topic_seriesId_at_idx";

-- AlterTable
ALTER TABLE "saved_view" ADD COLUMN     "number" INTEGER;

-- AlterTable
ALTER TABLE "meeting_topic" ADD COLUMN     "number" INTEGER,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- What is there keeps the order in which it came.
UPDATE "saved_view" AS v SET "number" = o."n" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "ownerId" ORDER BY "createdAt", "id")::int AS "n" FROM "saved_view"
) AS o WHERE o."id" = v."id";
UPDATE "meeting_topic" AS t SET "number" = o."n" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "seriesId" ORDER BY "at", "id")::int AS "n" FROM "meeting_topic"
) AS o WHERE o."id" = t."id";

-- AlterTable
ALTER TABLE "saved_view" ALTER COLUMN "number" SET NOT NULL;

-- AlterTable
ALTER TABLE "meeting_topic" ALTER COLUMN "number" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_ownerId_number_key" ON "saved_view"("ownerId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_topic_seriesId_number_key" ON "meeting_topic"("seriesId", "number");

-- by hand:
-- A topic is taken back, comes to an agenda, or loses a name: like a series, its row is written as it was read, or not at all.
CREATE FUNCTION "next_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."revision" <> OLD."revision" + 1 THEN
    RAISE EXCEPTION '% % is at revision %', TG_TABLE_NAME, OLD."id", OLD."revision"
      USING ERRCODE = 'unique_violation', CONSTRAINT = TG_TABLE_NAME || '_revision';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "meeting_topic_revision" BEFORE UPDATE ON "meeting_topic"
  FOR EACH ROW EXECUTE FUNCTION "next_revision"();

DROP TRIGGER "meeting_series_revision" ON "meeting_series";
DROP FUNCTION "meeting_series_revision"();
CREATE TRIGGER "meeting_series_revision" BEFORE UPDATE ON "meeting_series"
  FOR EACH ROW EXECUTE FUNCTION "next_revision"();
