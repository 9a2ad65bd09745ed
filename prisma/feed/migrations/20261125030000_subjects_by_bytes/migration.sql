-- Exports give subjects sorted by bytes, in any database; Prisma can not say this.
ALTER TABLE "feed"."entry" ALTER COLUMN "subject_id" SET DATA TYPE TEXT COLLATE "C";
