-- CreateEnum
CREATE TYPE "ExportStepKind" AS ENUM ('DECISION', 'TAKING');

-- CreateTable
CREATE TABLE "complaint_export" (
    "id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_export_step" (
    "id" UUID NOT NULL,
    "exportId" UUID NOT NULL,
    "kind" "ExportStepKind" NOT NULL,
    "approved" BOOLEAN,
    "reason" TEXT,
    "rows" INTEGER,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_export_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "complaint_export_requestedAt_id_idx" ON "complaint_export"("requestedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_export_step_exportId_kind_key" ON "complaint_export_step"("exportId", "kind");
