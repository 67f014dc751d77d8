-- CreateTable
CREATE TABLE "wip_entry" (
    "id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wip_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "wip_entry_cell_n_key" ON "wip_entry"("cell", "n");
