-- CreateEnum
CREATE TYPE "MeetingDateChangeKind" AS ENUM ('MOVED', 'CALLED_OFF', 'PUT_BACK');

-- CreateTable
CREATE TABLE "meeting_date" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "kind" "MeetingDateChangeKind" NOT NULL,
    "movedTo" TIMESTAMPTZ(3),
    "reason" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_date_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_date_seriesId_number_key" ON "meeting_date"("seriesId", "number");
