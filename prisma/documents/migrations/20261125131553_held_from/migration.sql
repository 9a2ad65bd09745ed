-- AlterTable
ALTER TABLE "document" ADD COLUMN     "held_from" TEXT;

-- AlterTable
ALTER TABLE "major_decision" ADD COLUMN     "held_from" TEXT;
