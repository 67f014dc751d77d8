-- AlterTable
ALTER TABLE "meeting_series" ADD COLUMN     "remindMinutes" SMALLINT NOT NULL DEFAULT 30,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "meeting_step" ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "meeting_topic" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "complaintId" UUID,
    "text" TEXT,
    "note" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "meetingId" UUID,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_topic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_topic_seriesId_at_idx" ON "meeting_topic"("seriesId", "at");

-- CreateIndex
CREATE INDEX "meeting_topic_complaintId_idx" ON "meeting_topic"("complaintId");

-- by hand:
-- Two people who edit one series: the slower is refused, as if a row of that revision were there.
CREATE FUNCTION "meeting_series_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."revision" <> OLD."revision" + 1 THEN
    RAISE EXCEPTION 'meeting_series % is at revision %', OLD."id", OLD."revision"
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'meeting_series_revision';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "meeting_series_revision" BEFORE UPDATE ON "meeting_series"
  FOR EACH ROW EXECUTE FUNCTION "meeting_series_revision"();
