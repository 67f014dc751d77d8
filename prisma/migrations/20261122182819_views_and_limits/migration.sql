-- CreateEnum
CREATE TYPE "ViewSharing" AS ENUM ('PERSONAL', 'DEPARTMENT', 'COMPANY');

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "sharing" "ViewSharing" NOT NULL,
    "departmentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view_default" (
    "memberId" UUID NOT NULL,
    "viewId" UUID,

    CONSTRAINT "saved_view_default_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "wip_entry" (
    "id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wip_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_ownerId_idx" ON "saved_view"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "wip_entry_cell_n_key" ON "wip_entry"("cell", "n");

-- by hand:
-- The wall asks for what fell and what was met since a moment; neither may read the clocks of years.
CREATE INDEX "deadline_breached" ON "deadline" ("breachPublishedAt") WHERE "breachPublishedAt" IS NOT NULL;
CREATE INDEX "deadline_met" ON "deadline" ("kind", "metAt") WHERE "state" = 'MET';
