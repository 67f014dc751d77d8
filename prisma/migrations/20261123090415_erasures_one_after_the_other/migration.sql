-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "erasure" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "customer_erasure_key" ON "customer"("erasure");
