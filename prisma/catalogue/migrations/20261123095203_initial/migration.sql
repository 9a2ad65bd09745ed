-- CreateEnum
CREATE TYPE "catalogue_status" AS ENUM ('DRAFT', 'FILED', 'RETURNED', 'APPROVED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('GOVERNMENT_WEBSITE', 'GOVERNMENT_GAZETTE', 'NEW_MEDIA', 'PRESS_CONFERENCE_OR_HEARING', 'BROADCAST', 'PRINT_MEDIA', 'READING_POINT', 'SERVICE_CENTRE', 'SERVICE_STATION', 'ON_SITE', 'NOTICE_BOARD', 'TARGETED_PUSH', 'OTHER');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('WHOLE_SOCIETY', 'SPECIFIC_GROUP');

-- CreateEnum
CREATE TYPE "disclosure_method" AS ENUM ('PROACTIVE', 'ON_REQUEST');

-- CreateEnum
CREATE TYPE "item_level" AS ENUM ('COUNTY', 'TOWNSHIP');

-- CreateEnum
CREATE TYPE "time_limit_scope" AS ENUM ('INFORMATION', 'RESULT');

-- CreateEnum
CREATE TYPE "time_unit" AS ENUM ('WORKING_DAY', 'CALENDAR_DAY');

-- CreateEnum
CREATE TYPE "disclosure_kind" AS ENUM ('DOCUMENT', 'PRICE_LIST', 'RESPONSE', 'LINK');

-- CreateEnum
CREATE TYPE "region_level" AS ENUM ('PROVINCE', 'PREFECTURE', 'COUNTY');

-- CreateEnum
CREATE TYPE "institution_kind" AS ENUM ('HEALTH_AUTHORITY', 'HOSPITAL', 'TOWNSHIP_HEALTH_CENTRE', 'COMMUNITY_HEALTH_CENTRE', 'DISEASE_CONTROL_CENTRE', 'HEALTH_SUPERVISION', 'OTHER');

-- CreateTable
CREATE TABLE "catalogue" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "status" "catalogue_status" NOT NULL,
    "effective_on" DATE,
    "based_on_id" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "catalogue_item" (
    "id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content_elements" TEXT[],
    "publisher" TEXT NOT NULL,
    "channels" "channel"[],
    "audience" "audience" NOT NULL,
    "method" "disclosure_method" NOT NULL,
    "levels" "item_level"[],
    "is_in_force" BOOLEAN NOT NULL DEFAULT true,
    "provenance" TEXT,
    "first_due_on" DATE,
    "is_first_due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "based_on_id" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "catalogue_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_basis" (
    "item_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "article" TEXT,

    CONSTRAINT "legal_basis_pkey" PRIMARY KEY ("item_id","ordinal")
);

-- CreateTable
CREATE TABLE "time_limit" (
    "item_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "applies_to" "time_limit_scope" NOT NULL,
    "days" INTEGER NOT NULL,
    "unit" "time_unit" NOT NULL,

    CONSTRAINT "time_limit_pkey" PRIMARY KEY ("item_id","ordinal")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" TEXT NOT NULL,
    "kind" "disclosure_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "url" TEXT,
    "publisher_id" TEXT,
    "region_code" TEXT,
    "subject_id" TEXT NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosed_item" (
    "item_id" TEXT NOT NULL,
    "disclosure_id" TEXT NOT NULL,

    CONSTRAINT "disclosed_item_pkey" PRIMARY KEY ("item_id","disclosure_id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "follower" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("follower")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "region_level" NOT NULL,
    "parent_code" TEXT,
    "is_pseudo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "institution_kind" NOT NULL,
    "region_code" TEXT NOT NULL,
    "hospital_grade" TEXT,
    "superior_id" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catalogue_region_code_effective_on_idx" ON "catalogue"("region_code", "effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_item_catalogue_id_code_key" ON "catalogue_item"("catalogue_id", "code");

-- CreateIndex
CREATE INDEX "disclosed_item_disclosure_id_idx" ON "disclosed_item"("disclosure_id");

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE INDEX "institution_region_code_kind_id_idx" ON "institution"("region_code", "kind", "id");

-- AddForeignKey
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "catalogue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_item" ADD CONSTRAINT "catalogue_item_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "catalogue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_item" ADD CONSTRAINT "catalogue_item_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_item" ADD CONSTRAINT "catalogue_item_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "catalogue_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_basis" ADD CONSTRAINT "legal_basis_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "catalogue_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_limit" ADD CONSTRAINT "time_limit_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "catalogue_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosed_item" ADD CONSTRAINT "disclosed_item_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "catalogue_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosed_item" ADD CONSTRAINT "disclosed_item_disclosure_id_fkey" FOREIGN KEY ("disclosure_id") REFERENCES "disclosure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;
