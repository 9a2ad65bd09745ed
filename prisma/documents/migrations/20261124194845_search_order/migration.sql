-- DropIndex
DROP INDEX "document_expires_on_idx";

-- AlterTable
ALTER TABLE "document_search" ADD COLUMN     "published_at" TIMESTAMPTZ(3) NOT NULL;

-- CreateIndex
CREATE INDEX "document_validity_expires_on_idx" ON "document"("validity", "expires_on");

-- CreateIndex
CREATE INDEX "document_document_number_idx" ON "document"("document_number");

-- CreateIndex
CREATE INDEX "document_index_number_idx" ON "document"("index_number");
