-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'MEETING_DECISION';
ALTER TYPE "NotificationKind" ADD VALUE 'MEETING_DECISION_DUE';
ALTER TYPE "NotificationKind" ADD VALUE 'MEETING_AHEAD';

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ALTER COLUMN "complaintId" DROP NOT NULL,
ALTER COLUMN "round" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "notification_subjectId_kind_memberId_dueAt_key" ON "notification"("subjectId", "kind", "memberId", "dueAt");

-- CreateIndex
CREATE INDEX "meeting_step_decisionId_idx" ON "meeting_step"("decisionId");
