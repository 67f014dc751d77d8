-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "escalatedToIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "escalation" ADD COLUMN     "memberIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- by hand:
-- A level is told once, whatever the number of processes.
CREATE UNIQUE INDEX "event_one_level" ON "event" (("payload" ->> 'escalationId'), ("payload" ->> 'level')) WHERE "type" = 'ComplaintEscalated';
