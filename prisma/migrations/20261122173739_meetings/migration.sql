-- CreateEnum
CREATE TYPE "MeetingStepKind" AS ENUM ('STARTED', 'ITEM_ADDED', 'ITEM_MOVED', 'ITEM_DROPPED', 'FOCUSED', 'PRESENTED', 'JOINED', 'LEFT', 'DECIDED', 'CONCLUDED', 'ENDED', 'CONFIRMED', 'OBJECTED');

-- CreateEnum
CREATE TYPE "MeetingItemOutcome" AS ENUM ('SETTLED', 'DEFERRED');

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "memberIds" UUID[],
    "standingItems" TEXT[],
    "itemMinutes" SMALLINT NOT NULL,
    "weekday" SMALLINT,
    "startsAt" SMALLINT,
    "timeZone" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "seriesId" UUID,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "memberIds" UUID[],
    "itemMinutes" SMALLINT NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_step" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MeetingStepKind" NOT NULL,
    "changeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "itemId" UUID,
    "complaintId" UUID,
    "memberId" UUID,
    "standsInForId" UUID,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "afterId" UUID,
    "outcome" "MeetingItemOutcome",
    "dueAt" TIMESTAMPTZ(3),
    "text" TEXT,

    CONSTRAINT "meeting_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_startedAt_id_idx" ON "meeting"("startedAt", "id");

-- CreateIndex
CREATE INDEX "meeting_seriesId_startedAt_idx" ON "meeting"("seriesId", "startedAt");

-- CreateIndex
CREATE INDEX "meeting_step_complaintId_idx" ON "meeting_step"("complaintId");

-- CreateIndex
CREATE INDEX "meeting_step_kind_memberId_idx" ON "meeting_step"("kind", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_step_meetingId_number_key" ON "meeting_step"("meetingId", "number");
