-- CreateEnum
CREATE TYPE "Validity" AS ENUM ('UNDETERMINED', 'FOUNDED', 'PARTLY_FOUNDED', 'UNFOUNDED');

-- CreateEnum
CREATE TYPE "ResolutionKind" AS ENUM ('REFUND', 'REPLACEMENT', 'REPAIR', 'COMPENSATION', 'GOODWILL', 'GIFT', 'APOLOGY', 'EXPLANATION');

-- CreateEnum
CREATE TYPE "ResolutionState" AS ENUM ('DRAFT', 'OFFERED', 'PROPOSED', 'ACCEPTED', 'CARRIED_OUT', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "VisitState" AS ENUM ('PLANNED', 'DONE', 'NO_SHOW', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SurveyState" AS ENUM ('ASKED', 'ANSWERED', 'UNANSWERED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SurveyVia" AS ENUM ('PAGE', 'CALL');

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "consequences" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "consultedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isGroup" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isRegulator" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "offeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "regulatorOutcomeAt" TIMESTAMPTZ(3),
ADD COLUMN     "repliesHeldAt" TIMESTAMPTZ(3),
ADD COLUMN     "reportedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolutionsAgreed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "resolutionsOpen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "resolutionsUnapproved" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rootCauseCode" TEXT,
ADD COLUMN     "summarisedAt" TIMESTAMPTZ(3),
ADD COLUMN     "surveyGivenUpAt" TIMESTAMPTZ(3),
ADD COLUMN     "surveyScore" INTEGER,
ADD COLUMN     "surveyedAt" TIMESTAMPTZ(3),
ADD COLUMN     "validity" "Validity" NOT NULL DEFAULT 'UNDETERMINED';

-- CreateTable
CREATE TABLE "root_cause" (
    "code" TEXT NOT NULL,
    "parentCode" TEXT,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "root_cause_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "investigation" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "course" TEXT,
    "findings" TEXT,
    "conclusion" TEXT,
    "reportedById" UUID,
    "reportedAt" TIMESTAMPTZ(3),
    "validity" "Validity" NOT NULL DEFAULT 'UNDETERMINED',
    "validityReason" TEXT,
    "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "rootCauseCode" TEXT,
    "rootCauseNote" TEXT,
    "responsibleDepartmentId" UUID,
    "responsibleNote" TEXT,
    "summary" TEXT,
    "summarisedById" UUID,
    "summarisedAt" TIMESTAMPTZ(3),

    CONSTRAINT "investigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberIds" UUID[],
    "summary" TEXT,
    "decision" TEXT,
    "byId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "VisitState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "visitorIds" UUID[],
    "record" TEXT,
    "recordFileId" UUID,
    "plannedById" UUID,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" "ResolutionKind" NOT NULL,
    "state" "ResolutionState" NOT NULL,
    "what" TEXT,
    "amountMinor" BIGINT,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "standardMinor" BIGINT,
    "deviates" BOOLEAN NOT NULL DEFAULT false,
    "approval" "ApprovalState" NOT NULL,
    "approvalRoles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "byCustomer" BOOLEAN NOT NULL DEFAULT false,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredAt" TIMESTAMPTZ(3),
    "answerUntil" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "answerNote" TEXT,
    "answeredById" UUID,
    "carriedOutAt" TIMESTAMPTZ(3),
    "carriedOutById" UUID,
    "proofNote" TEXT,
    "proofIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "repeatCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "state" "ApprovalState" NOT NULL,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "SurveyState" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "outcomeScore" INTEGER,
    "handlingScore" INTEGER,
    "comment" TEXT,
    "via" "SurveyVia",
    "answeredAt" TIMESTAMPTZ(3),
    "recordedById" UUID,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "investigation_complaintId_round_key" ON "investigation"("complaintId", "round");

-- CreateIndex
CREATE INDEX "consultation_complaintId_at_idx" ON "consultation"("complaintId", "at");

-- CreateIndex
CREATE INDEX "visit_complaintId_at_idx" ON "visit"("complaintId", "at");

-- CreateIndex
CREATE INDEX "resolution_complaintId_proposedAt_idx" ON "resolution"("complaintId", "proposedAt");

-- CreateIndex
CREATE INDEX "approval_complaintId_idx" ON "approval"("complaintId");

-- CreateIndex
CREATE UNIQUE INDEX "approval_resolutionId_step_key" ON "approval"("resolutionId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "survey_complaintId_round_key" ON "survey"("complaintId", "round");

-- CreateIndex
CREATE INDEX "complaint_parentId_idx" ON "complaint"("parentId");

-- CreateIndex
CREATE INDEX "complaint_mergedIntoId_idx" ON "complaint"("mergedIntoId");
