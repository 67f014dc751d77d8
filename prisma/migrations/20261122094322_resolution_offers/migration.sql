-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "carryOutBy" TIMESTAMPTZ(3),
ADD COLUMN     "offerId" UUID,
ADD COLUMN     "promiseId" UUID;
