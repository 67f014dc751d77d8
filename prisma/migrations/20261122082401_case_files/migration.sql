-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('READY', 'REMOVED');

-- CreateEnum
CREATE TYPE "AttachmentPurpose" AS ENUM ('EVIDENCE', 'PROOF', 'VISIT_RECORD', 'RECORDING', 'OTHER');

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "attachmentCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "AttachmentState" NOT NULL,
    "purpose" "AttachmentPurpose" NOT NULL,
    "name" TEXT,
    "note" TEXT,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "hasThumbnail" BOOLEAN NOT NULL,
    "uploadedById" UUID,
    "byCustomer" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removedById" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "purgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT,
    "bytes" INTEGER NOT NULL,
    "purpose" "AttachmentPurpose" NOT NULL,
    "principalKind" "PrincipalKind" NOT NULL,
    "principalId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_complaintId_at_idx" ON "attachment"("complaintId", "at");

-- CreateIndex
CREATE INDEX "upload_expiresAt_idx" ON "upload"("expiresAt");

-- CreateIndex
CREATE INDEX "upload_complaintId_idx" ON "upload"("complaintId");

-- by hand:
-- What housekeeping looks for: removed files whose bytes still lie in the storage.
CREATE INDEX "attachment_unpurged_idx" ON "attachment" ("removedAt") WHERE "state" = 'REMOVED' AND "purgedAt" IS NULL;
