-- AlterTable
ALTER TABLE "complaint" ADD COLUMN     "concernedIds" UUID[] DEFAULT ARRAY[]::UUID[];
