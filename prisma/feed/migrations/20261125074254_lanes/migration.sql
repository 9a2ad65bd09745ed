-- CreateEnum
CREATE TYPE "lane_state" AS ENUM ('WAITING', 'SNAPSHOT', 'TAIL', 'LIVE', 'QUARANTINED', 'FAULTY');

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "lane" TEXT;

-- CreateTable
CREATE TABLE "lane" (
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hub_id" TEXT,
    "state" "lane_state" NOT NULL DEFAULT 'WAITING',
    "cursor" TEXT,
    "snapshot" JSONB,
    "head" TEXT,
    "level_at" TIMESTAMPTZ(3),
    "proof" JSONB,
    "quarantine" JSONB,
    "released" TEXT,
    "fault" JSONB,
    "live_at_proof" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_since" INTEGER NOT NULL DEFAULT 0,
    "taken" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("region")
);

-- CreateIndex
CREATE INDEX "entry_lane_subject_subject_id_position_idx" ON "entry"("lane", "subject", "subject_id", "position");
