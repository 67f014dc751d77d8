-- AlterTable
ALTER TABLE "member" ALTER COLUMN "locale" DROP NOT NULL,
ALTER COLUMN "locale" DROP DEFAULT;

-- by hand:
-- Chinese was what everybody had who never chose; who did choose it is written to in it all the same.
UPDATE "member" SET "locale" = NULL WHERE "locale" = 'zh-CN';
