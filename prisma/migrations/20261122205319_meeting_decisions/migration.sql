-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MeetingStepKind" ADD VALUE 'AMENDED';
ALTER TYPE "MeetingStepKind" ADD VALUE 'WITHDRAWN';
ALTER TYPE "MeetingStepKind" ADD VALUE 'FULFILLED';

-- AlterTable
ALTER TABLE "meeting_step" ADD COLUMN     "decisionId" UUID;
