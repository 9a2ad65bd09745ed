-- CreateEnum
CREATE TYPE "document_origin" AS ENUM ('MADE', 'OBTAINED_FROM_CITIZEN', 'OBTAINED_FROM_AGENCY', 'MADE_JOINTLY');

-- CreateEnum
CREATE TYPE "review_gate" AS ENUM ('POLITICAL', 'POLICY', 'LEGAL', 'SECRECY', 'WORDING');

-- CreateEnum
CREATE TYPE "document_step_kind" AS ENUM ('DRAFTED', 'AMENDED', 'FILED', 'PASS_SIGNED', 'RETURNED', 'APPROVED', 'INTERPRETATION_BOUND', 'PUBLISHED', 'ATTRIBUTE_REVIEWED', 'ATTRIBUTE_RECOGNISED', 'VALIDITY_CHANGED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "attribute_change_cause" AS ENUM ('DRAFTED', 'AMENDED', 'PERIODIC_REVIEW', 'APPLICATION', 'BACKFILL');

-- CreateEnum
CREATE TYPE "document_relation_kind" AS ENUM ('AMENDS', 'REPEALS');

-- CreateEnum
CREATE TYPE "clean_up_outcome" AS ENUM ('KEPT', 'TO_BE_AMENDED', 'REPEALED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "interpretation_stage" AS ENUM ('FIRST', 'SECOND', 'FOLLOW_UP');

-- CreateEnum
CREATE TYPE "interpreter_kind" AS ENUM ('DRAFTING_UNIT', 'LEADER', 'EXPERT', 'MEDIA', 'OTHER');

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "attribute_review_due_on" DATE,
ADD COLUMN     "disclosure_clause" TEXT,
ADD COLUMN     "effective_on" DATE,
ADD COLUMN     "expires_on" DATE,
ADD COLUMN     "genre" TEXT,
ADD COLUMN     "is_enterprise_related" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_legacy" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_normative" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lead_issuer_id" TEXT,
ADD COLUMN     "origin" "document_origin" NOT NULL DEFAULT 'MADE',
ADD COLUMN     "superior_exception" TEXT,
ADD COLUMN     "theme" TEXT;

-- AlterTable
ALTER TABLE "interpretation" ADD COLUMN     "interpreter" "interpreter_kind" NOT NULL DEFAULT 'DRAFTING_UNIT',
ADD COLUMN     "stage" "interpretation_stage" NOT NULL DEFAULT 'FIRST';

-- AlterTable
ALTER TABLE "review_pass" ADD COLUMN     "gates" "review_gate"[],
ADD COLUMN     "note" TEXT;


-- CreateTable
CREATE TABLE "document_step" (
    "id" BIGSERIAL NOT NULL,
    "document_id" TEXT NOT NULL,
    "kind" "document_step_kind" NOT NULL,
    "taken_by" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "document_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute_change" (
    "id" BIGSERIAL NOT NULL,
    "document_id" TEXT NOT NULL,
    "before" "document_attribute",
    "after" "document_attribute" NOT NULL,
    "ground" TEXT,
    "cause" "attribute_change_cause" NOT NULL,
    "note" TEXT,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attribute_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_consultation" (
    "document_id" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "shortening_reason" TEXT,
    "heard_from" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_consultation_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "document_relation" (
    "document_id" TEXT NOT NULL,
    "related_id" TEXT NOT NULL,
    "kind" "document_relation_kind" NOT NULL,

    CONSTRAINT "document_relation_pkey" PRIMARY KEY ("document_id","related_id")
);

-- CreateTable
CREATE TABLE "document_search" (
    "document_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "document_search_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "clean_up" (
    "id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "clean_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clean_up_result" (
    "clean_up_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "outcome" "clean_up_outcome" NOT NULL,
    "note" TEXT,

    CONSTRAINT "clean_up_result_pkey" PRIMARY KEY ("clean_up_id","document_id")
);

-- RenameTable
ALTER TABLE "interpretation_target" RENAME TO "issuer_target";
ALTER TABLE "issuer_target" RENAME CONSTRAINT "interpretation_target_pkey" TO "issuer_target_pkey";
ALTER INDEX "interpretation_target_region_code_year_idx" RENAME TO "issuer_target_region_code_year_idx";
ALTER TABLE "issuer_target" ADD COLUMN     "leader_interpretations" INTEGER,
ADD COLUMN     "meetings_attended" INTEGER,
ADD COLUMN     "attribute_review_months" INTEGER;

-- CreateIndex
CREATE INDEX "document_step_document_id_id_idx" ON "document_step"("document_id", "id");

-- CreateIndex
CREATE INDEX "attribute_change_document_id_id_idx" ON "attribute_change"("document_id", "id");

-- CreateIndex
CREATE INDEX "document_relation_related_id_idx" ON "document_relation"("related_id");

-- CreateIndex
CREATE INDEX "document_search_terms_idx" ON "document_search" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "clean_up_region_code_published_at_id_idx" ON "clean_up"("region_code", "published_at", "id");

-- CreateIndex
CREATE INDEX "clean_up_result_document_id_idx" ON "clean_up_result"("document_id");


-- CreateIndex
CREATE INDEX "document_region_code_attribute_review_due_on_idx" ON "document"("region_code", "attribute_review_due_on");

-- CreateIndex
CREATE INDEX "document_expires_on_idx" ON "document"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "document_issuer_id_index_number_key" ON "document"("issuer_id", "index_number");

-- AddForeignKey
ALTER TABLE "document_step" ADD CONSTRAINT "document_step_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute_change" ADD CONSTRAINT "attribute_change_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_consultation" ADD CONSTRAINT "document_consultation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_relation" ADD CONSTRAINT "document_relation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_relation" ADD CONSTRAINT "document_relation_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_search" ADD CONSTRAINT "document_search_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clean_up_result" ADD CONSTRAINT "clean_up_result_clean_up_id_fkey" FOREIGN KEY ("clean_up_id") REFERENCES "clean_up"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clean_up_result" ADD CONSTRAINT "clean_up_result_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is there already: when it was approved, and how its attribute came to be.
UPDATE "document" SET "approved_at" = coalesce(
    (SELECT max("signed_at") FROM "review_pass" WHERE "document_id" = "document"."id"), "published_at", "drafted_at")
 WHERE "status" IN ('APPROVED', 'PUBLISHED', 'WITHDRAWN');
UPDATE "document" SET "attribute_review_due_on" = (("approved_at" AT TIME ZONE 'Asia/Shanghai')::date + interval '1 year')::date
 WHERE "status" = 'APPROVED' AND "attribute" IN ('ON_REQUEST', 'WITHHELD');
INSERT INTO "document_step" ("document_id", "kind", "taken_by", "taken_at")
SELECT "id", 'DRAFTED', "drafted_by", "drafted_at" FROM "document";
INSERT INTO "attribute_change" ("document_id", "after", "ground", "cause", "changed_by", "changed_at")
SELECT "id", "attribute", "ground", 'DRAFTED', "drafted_by", "drafted_at" FROM "document"
 WHERE "attribute" IS NOT NULL;
