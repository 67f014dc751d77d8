-- CreateEnum
CREATE TYPE "FinalAnswerState" AS ENUM ('REQUESTED', 'GIVEN', 'REJECTED');

-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "finalAnsweredAt" TIMESTAMPTZ(3),
ADD COLUMN     "handledByIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "survey" ADD COLUMN     "attemptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "final_answer" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" "FinalAnswerState" NOT NULL,
    "text" TEXT,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "reviewerId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "final_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "final_answer_complaintId_requestedAt_idx" ON "final_answer"("complaintId", "requestedAt");

-- by hand:
-- Whoever did more to a complaint than take it in, route, comment, urge, escalate or supervise has worked on it.
UPDATE "complaint" AS c SET "handledByIds" = e."ids"
FROM (SELECT "complaintId", array_agg(DISTINCT "actorId" ORDER BY "actorId") AS "ids" FROM "event"
  WHERE "complaintId" IS NOT NULL AND "actorKind" = 'MEMBER' AND "actorId" IS NOT NULL AND "type" NOT IN (
    'ComplaintRegistered', 'ComplaintRouted', 'SeverityChanged', 'CommentAdded', 'ComplaintUrged', 'ComplaintEscalated',
    'SupervisionBegan', 'SupervisionEnded', 'ComplaintRuled', 'AppealDecided')
  GROUP BY "complaintId") AS e
WHERE e."complaintId" = c."id";
