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

-- CreateIndex
CREATE INDEX "saved_view_ownerId_idx" ON "saved_view"("ownerId");
