-- AlterTable
ALTER TABLE "opinion_event" ADD COLUMN     "held_from" TEXT;

-- AlterTable
ALTER TABLE "response_clock" ADD COLUMN     "held_from" TEXT;

-- CreateIndex
CREATE INDEX "rumour_refuted_by_id_idx" ON "rumour"("refuted_by_id");
