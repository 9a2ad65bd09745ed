-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "feed";

-- CreateEnum
CREATE TYPE "feed"."entry_kind" AS ENUM ('PUBLISHED', 'REVISED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "feed"."hub" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "epoch" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "trimmed_to" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "is_only" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "hub_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed"."entry" (
    "position" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "feed"."entry_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "origin_id" TEXT NOT NULL,
    "region_code" TEXT,
    "publisher_id" TEXT,
    "catalogue_item_ids" TEXT[],
    "payload" JSONB NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "hub_is_only_key" ON "feed"."hub"("is_only");

-- CreateIndex
CREATE UNIQUE INDEX "entry_id_key" ON "feed"."entry"("id");

-- CreateIndex
CREATE INDEX "entry_subject_subject_id_position_idx" ON "feed"."entry"("subject", "subject_id", "position");

-- One row, whatever is tried; Prisma can not say this.
ALTER TABLE "feed"."hub" ADD CONSTRAINT "hub_is_only_check" CHECK ("is_only");
