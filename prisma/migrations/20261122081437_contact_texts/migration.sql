-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "templateKey" TEXT,
ADD COLUMN     "toCustomer" BOOLEAN NOT NULL DEFAULT false;
