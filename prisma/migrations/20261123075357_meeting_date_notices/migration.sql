-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'MEETING_DATE_CHANGED';

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "takenBackAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "meeting_date" ADD COLUMN     "wasAt" TIMESTAMPTZ(3);
