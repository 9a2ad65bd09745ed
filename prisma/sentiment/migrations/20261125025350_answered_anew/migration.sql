-- AlterTable
ALTER TABLE "opinion_event" ADD COLUMN     "rework_due_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "opinion_event_status_detected_at_id_idx" ON "opinion_event"("status", "detected_at", "id");

-- CreateIndex
CREATE INDEX "opinion_event_severity_detected_at_id_idx" ON "opinion_event"("severity", "detected_at", "id");

-- CreateIndex
CREATE INDEX "opinion_event_responsible_id_detected_at_id_idx" ON "opinion_event"("responsible_id", "detected_at", "id");
