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

-- What is found is put in order before any text is read: texts and terms stand apart, so that rows are small.
ALTER TABLE "document_search" ALTER COLUMN "text" SET STORAGE EXTERNAL;
ALTER TABLE "document_search" SET (toast_tuple_target = 128);
