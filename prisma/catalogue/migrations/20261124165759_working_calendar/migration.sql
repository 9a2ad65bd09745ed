-- AlterTable
ALTER TABLE "calendar_year" ADD COLUMN     "revision" BIGINT NOT NULL DEFAULT 1;
