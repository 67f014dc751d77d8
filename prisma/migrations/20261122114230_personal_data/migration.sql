-- CreateEnum
CREATE TYPE "ErasureState" AS ENUM ('REQUESTED', 'CARRIED_OUT', 'REFUSED');

-- CreateEnum
CREATE TYPE "ErasureGround" AS ENUM ('ASKED_BY_CUSTOMER', 'CONSENT_WITHDRAWN', 'PURPOSE_OVER', 'UNLAWFUL', 'RETENTION_OVER');

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "state" "ErasureState" NOT NULL,
    "ground" "ErasureGround" NOT NULL,
    "noteId" UUID,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasure_customerId_idx" ON "erasure"("customerId");

-- CreateIndex
CREATE INDEX "erasure_requestedAt_id_idx" ON "erasure"("requestedAt", "id");
