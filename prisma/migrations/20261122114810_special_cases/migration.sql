-- CreateEnum
CREATE TYPE "RegulatorAgency" AS ENUM ('CONSUMER_12315', 'CITY_12345', 'OTHER');

-- CreateEnum
CREATE TYPE "RegulatorOutcome" AS ENUM ('SETTLED', 'UPHELD', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RegulatorAnswerState" AS ENUM ('WRITTEN', 'RETURNED', 'APPROVED', 'SENT', 'REPLACED');

-- CreateEnum
CREATE TYPE "ReplyState" AS ENUM ('DRAFTED', 'APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "DemandMarkState" AS ENUM ('REQUESTED', 'ACTIVE', 'REFUSED', 'ENDED');

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "replyId" UUID;

-- CreateTable
CREATE TABLE "regulator_case" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "agency" "RegulatorAgency" NOT NULL,
    "agencyName" TEXT,
    "reference" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "demand" TEXT,
    "acceptDays" INTEGER NOT NULL,
    "answerDays" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "outcome" "RegulatorOutcome",
    "outcomeNote" TEXT,
    "outcomeAt" TIMESTAMPTZ(3),
    "outcomeById" UUID,
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regulator_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulator_answer" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "state" "RegulatorAnswerState" NOT NULL,
    "text" TEXT,
    "writtenById" UUID,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "sentById" UUID,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "regulator_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_draft" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "state" "ReplyState" NOT NULL,
    "text" TEXT,
    "draftedById" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "reply_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demand_mark" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "state" "DemandMarkState" NOT NULL,
    "reason" TEXT,
    "evidence" TEXT,
    "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "until" TIMESTAMPTZ(3) NOT NULL,
    "markedById" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "demand_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regulator_case_complaintId_key" ON "regulator_case"("complaintId");

-- CreateIndex
CREATE INDEX "regulator_answer_complaintId_writtenAt_idx" ON "regulator_answer"("complaintId", "writtenAt");

-- CreateIndex
CREATE INDEX "reply_draft_complaintId_draftedAt_idx" ON "reply_draft"("complaintId", "draftedAt");

-- CreateIndex
CREATE INDEX "demand_mark_complaintId_markedAt_idx" ON "demand_mark"("complaintId", "markedAt");

-- CreateIndex
CREATE INDEX "demand_mark_customerId_idx" ON "demand_mark"("customerId");
