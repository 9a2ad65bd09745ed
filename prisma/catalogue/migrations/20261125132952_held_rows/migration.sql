-- AlterTable
ALTER TABLE "catalogue" ADD COLUMN     "held_from" TEXT;

-- AlterTable
ALTER TABLE "disclosure_duty" ADD COLUMN     "held_from" TEXT;
