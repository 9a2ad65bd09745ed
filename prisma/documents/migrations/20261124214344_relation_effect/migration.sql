-- AlterTable
ALTER TABLE "document_relation" ADD COLUMN     "took_effect_at" TIMESTAMPTZ(3);

-- What was published already changed others at its publication.
UPDATE "document_relation" SET "took_effect_at" = "document"."published_at"
  FROM "document" WHERE "document"."id" = "document_relation"."document_id" AND "document"."published_at" IS NOT NULL;
