-- CreateTable
CREATE TABLE "group_case" (
    "id" UUID NOT NULL,
    "line" TEXT,
    "standardMinor" BIGINT,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3),

    CONSTRAINT "group_case_pkey" PRIMARY KEY ("id")
);
