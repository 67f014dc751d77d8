-- AlterTable
ALTER TABLE "delivery" ALTER COLUMN "notificationId" DROP NOT NULL,
ALTER COLUMN "complaintId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "delivery_channelId_createdAt_idx" ON "delivery"("channelId", "createdAt");

-- CreateIndex
CREATE INDEX "delivery_createdAt_id_idx" ON "delivery"("createdAt", "id");

-- CreateIndex
CREATE INDEX "delivery_state_createdAt_id_idx" ON "delivery"("state", "createdAt", "id");
