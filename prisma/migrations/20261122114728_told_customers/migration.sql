-- CreateEnum
CREATE TYPE "CustomerMessagePoint" AS ENUM ('RECEIVED', 'TAKEN_ON', 'RESOLUTION_OFFERED', 'SURVEY_ASKED', 'SURVEY_REMINDED', 'REOPENED', 'CLOSED');

-- CreateEnum
CREATE TYPE "CustomerMessageVia" AS ENUM ('EMAIL', 'SMS');

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "locale" TEXT;

-- CreateTable
CREATE TABLE "customer_message" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "point" "CustomerMessagePoint" NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "via" "CustomerMessageVia",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sealedCode" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "customer_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_message_complaintId_createdAt_id_idx" ON "customer_message"("complaintId", "createdAt", "id");
