-- AlterTable
ALTER TABLE "price" ADD COLUMN     "digest" BYTEA;
