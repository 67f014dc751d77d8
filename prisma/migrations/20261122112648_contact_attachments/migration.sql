-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "attachmentIds" UUID[] DEFAULT ARRAY[]::UUID[];
