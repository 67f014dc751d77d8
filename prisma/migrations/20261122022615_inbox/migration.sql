-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'DISPATCH_WAITING';

-- DropIndex
DROP INDEX "notification_memberId_kind_subjectId_at_key";

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "actorId" UUID,
ADD COLUMN     "actorKind" "PrincipalKind" NOT NULL;

-- CreateIndex
CREATE INDEX "notification_complaintId_idx" ON "notification"("complaintId");
