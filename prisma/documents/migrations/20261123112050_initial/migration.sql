-- CreateEnum
CREATE TYPE "document_attribute" AS ENUM ('PROACTIVE', 'ON_REQUEST', 'WITHHELD');

-- CreateEnum
CREATE TYPE "document_status" AS ENUM ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "validity" AS ENUM ('IN_FORCE', 'AMENDED', 'REPEALED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "withdrawal_reason" AS ENUM ('SUPERSEDED', 'PUBLISHED_IN_ERROR', 'DECISION_OVERTURNED', 'SECRECY_REVIEW', 'PRIVACY');

-- CreateEnum
CREATE TYPE "interpretation_form" AS ENUM ('TEXT', 'CHART', 'IMAGE', 'ANIMATION', 'AUDIO_VIDEO', 'PRESS_CONFERENCE', 'EXPERT_INTERVIEW', 'SCENE');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('GOVERNMENT_WEBSITE', 'GOVERNMENT_GAZETTE', 'NEW_MEDIA', 'PRESS_CONFERENCE_OR_HEARING', 'BROADCAST', 'PRINT_MEDIA', 'READING_POINT', 'SERVICE_CENTRE', 'SERVICE_STATION', 'ON_SITE', 'NOTICE_BOARD', 'TARGETED_PUSH', 'OTHER');

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "document_number" TEXT,
    "document_number_as_typed" TEXT,
    "index_number" TEXT,
    "issuer_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "attribute" "document_attribute",
    "ground" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "is_policy" BOOLEAN NOT NULL,
    "status" "document_status" NOT NULL,
    "validity" "validity" NOT NULL DEFAULT 'IN_FORCE',
    "issued_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" "withdrawal_reason",
    "withdrawal_note" TEXT,
    "superior_id" TEXT,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "provenance" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_item" (
    "document_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,

    CONSTRAINT "document_item_pkey" PRIMARY KEY ("document_id","item_id")
);

-- CreateTable
CREATE TABLE "review_pass" (
    "document_id" TEXT NOT NULL,
    "pass" INTEGER NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pass_pkey" PRIMARY KEY ("document_id","pass")
);

-- CreateTable
CREATE TABLE "interpretation" (
    "id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "forms" "interpretation_form"[],
    "channels" "channel"[],
    "published_at" TIMESTAMPTZ(3),
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "interpretation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interpretation_target" (
    "issuer_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "diversified_rate" DECIMAL(5,4),
    "multi_channel_rate" DECIMAL(5,4),
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "interpretation_target_pkey" PRIMARY KEY ("issuer_id","year")
);

-- CreateTable
CREATE TABLE "followed_institution" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,

    CONSTRAINT "followed_institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "follower" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("follower")
);

-- CreateIndex
CREATE INDEX "document_published_at_id_idx" ON "document"("published_at", "id");

-- CreateIndex
CREATE INDEX "document_region_code_published_at_id_idx" ON "document"("region_code", "published_at", "id");

-- CreateIndex
CREATE INDEX "document_issuer_id_published_at_id_idx" ON "document"("issuer_id", "published_at", "id");

-- CreateIndex
CREATE INDEX "document_superior_id_idx" ON "document"("superior_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_issuer_id_document_number_key" ON "document"("issuer_id", "document_number");

-- CreateIndex
CREATE INDEX "document_item_item_id_idx" ON "document_item"("item_id");

-- CreateIndex
CREATE INDEX "interpretation_document_id_idx" ON "interpretation"("document_id");

-- CreateIndex
CREATE INDEX "interpretation_target_region_code_year_idx" ON "interpretation_target"("region_code", "year");

-- CreateIndex
CREATE INDEX "followed_institution_region_code_idx" ON "followed_institution"("region_code");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_item" ADD CONSTRAINT "document_item_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_pass" ADD CONSTRAINT "review_pass_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interpretation" ADD CONSTRAINT "interpretation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
