-- AlterTable
ALTER TABLE "opinion_event" ADD COLUMN     "held_from" TEXT;

-- AlterTable
ALTER TABLE "response_clock" ADD COLUMN     "held_from" TEXT;
