-- CreateEnum
CREATE TYPE "HoldState" AS ENUM ('REQUESTED', 'ACTIVE', 'ENDED', 'REFUSED');

-- CreateEnum
CREATE TYPE "EscalationState" AS ENUM ('RUNNING', 'TAKEN', 'STOPPED', 'FINISHED');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('NONE', 'OPEN', 'UPHELD', 'OVERTURNED');

-- CreateEnum
CREATE TYPE "PromiseState" AS ENUM ('OPEN', 'KEPT', 'RELEASED');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('CLAIM_WAITING', 'HANDOFF_ASKED', 'HANDOFF_ANSWERED', 'DUTY_GIVEN', 'DEADLINE_APPROACHING', 'DEADLINE_BREACHED', 'ESCALATED', 'URGED', 'SUPERVISED', 'CONTESTED', 'RULED', 'APPEALED', 'HOLD_REQUESTED', 'ASSIGNED', 'MENTIONED');

-- CreateEnum
CREATE TYPE "NotificationChannelKind" AS ENUM ('EMAIL', 'WECOM', 'DINGTALK', 'FEISHU');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'OBSOLETE');

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'OWNER';

-- AlterEnum
ALTER TYPE "DeadlineState" ADD VALUE 'PAUSED';

-- AlterEnum
ALTER TYPE "AccessReason" ADD VALUE 'ESCALATED';

-- AlterTable
ALTER TABLE "department" ADD COLUMN     "calendarCode" TEXT;

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "contestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "escalationLevel" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "heldUntil" TIMESTAMPTZ(3),
ADD COLUMN     "roundSince" TIMESTAMPTZ(3),
ADD COLUMN     "supervisedAt" TIMESTAMPTZ(3),
ADD COLUMN     "supervisedById" UUID,
ADD COLUMN     "urgeCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "urgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "wakeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "rulingId" UUID,
ADD COLUMN     "unjustified" BOOLEAN;

-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "templateKey" TEXT,
ADD COLUMN     "whatEn" TEXT;

-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "calendarId" UUID,
ADD COLUMN     "warnAt" TIMESTAMPTZ(3),
ADD COLUMN     "warnedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "HoldState" NOT NULL,
    "reason" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "deadlineId" UUID,
    "policyId" UUID,
    "state" "EscalationState" NOT NULL,
    "level" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "byId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "takenById" UUID,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "fromDepartmentId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "reason" TEXT,
    "ruledById" UUID,
    "ruledAt" TIMESTAMPTZ(3) NOT NULL,
    "appealUntil" TIMESTAMPTZ(3) NOT NULL,
    "appealState" "AppealState" NOT NULL,
    "appealReason" TEXT,
    "appealedById" UUID,
    "appealedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "overturnedToId" UUID,

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "PromiseState" NOT NULL,
    "what" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "subjectId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_channel" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "NotificationChannelKind" NOT NULL,
    "target" TEXT NOT NULL,
    "secret" TEXT,
    "kinds" "NotificationKind"[],
    "quiet" JSONB,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hold_complaintId_requestedAt_idx" ON "hold"("complaintId", "requestedAt");

-- CreateIndex
CREATE INDEX "escalation_complaintId_startedAt_idx" ON "escalation"("complaintId", "startedAt");

-- CreateIndex
CREATE INDEX "ruling_complaintId_ruledAt_idx" ON "ruling"("complaintId", "ruledAt");

-- CreateIndex
CREATE INDEX "promise_complaintId_madeAt_idx" ON "promise"("complaintId", "madeAt");

-- CreateIndex
CREATE INDEX "notification_memberId_at_idx" ON "notification"("memberId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_kind_subjectId_at_key" ON "notification"("memberId", "kind", "subjectId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_channel_memberId_kind_target_key" ON "notification_channel"("memberId", "kind", "target");

-- CreateIndex
CREATE INDEX "delivery_memberId_createdAt_idx" ON "delivery"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "delivery_notificationId_idx" ON "delivery"("notificationId");

-- by hand:
-- When an older complaint's round began is not written down anywhere but in its events.
UPDATE "complaint" c SET "roundSince" = coalesce(
  (SELECT max(e."occurredAt") FROM "event" e
    WHERE e."complaintId" = c."id" AND e."type" = 'ComplaintMoved' AND e."payload" ->> 'reopenedRound' IS NOT NULL),
  c."receivedAt");
ALTER TABLE "complaint" ALTER COLUMN "roundSince" SET NOT NULL;
-- The clock sleeps on the complaint, not on each of its clocks.
UPDATE "complaint" c SET "wakeAt" = (
  SELECT min("dueAt") FROM "deadline" d
  WHERE d."complaintId" = c."id" AND d."state" = 'OPEN' AND d."breachPublishedAt" IS NULL AND NOT d."silent");
DROP INDEX "deadline_running";
CREATE INDEX "complaint_waking" ON "complaint" ("wakeAt", "id") WHERE "wakeAt" IS NOT NULL;
-- What a change of policy or calendar has to go through.
CREATE INDEX "deadline_by_policy" ON "deadline" ("policyId", "calendarId") WHERE "state" NOT IN ('MET', 'ENDED') AND "breachPublishedAt" IS NULL AND NOT "silent";
-- One hold, and one climb by each clock, at a time.
CREATE UNIQUE INDEX "hold_one_open" ON "hold" ("complaintId") WHERE "state" IN ('REQUESTED', 'ACTIVE');
CREATE UNIQUE INDEX "escalation_one_per_deadline" ON "escalation" ("deadlineId") WHERE "deadlineId" IS NOT NULL;
CREATE UNIQUE INDEX "event_one_warning" ON "event" (("payload" ->> 'deadlineId')) WHERE "type" = 'DeadlineApproaching';
ALTER TABLE "hold" ADD CONSTRAINT "hold_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "promise" ADD CONSTRAINT "promise_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
ALTER TABLE "notification" ADD CONSTRAINT "notification_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "complaint" ("id");
