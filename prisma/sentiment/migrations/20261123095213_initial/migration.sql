-- CreateEnum
CREATE TYPE "opinion_source" AS ENUM ('HOTLINE_12345', 'LEADER_MAILBOX', 'WEBSITE_MESSAGE', 'WEIBO', 'WECHAT', 'NEWS_MEDIA', 'OTHER');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('EMERGENCY', 'MAJOR', 'ORDINARY');

-- CreateEnum
CREATE TYPE "opinion_event_status" AS ENUM ('OPEN', 'RESPONDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('GOVERNMENT_WEBSITE', 'GOVERNMENT_GAZETTE', 'NEW_MEDIA', 'PRESS_CONFERENCE_OR_HEARING', 'BROADCAST', 'PRINT_MEDIA', 'READING_POINT', 'SERVICE_CENTRE', 'SERVICE_STATION', 'ON_SITE', 'NOTICE_BOARD', 'TARGETED_PUSH', 'OTHER');

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

-- CreateTable
CREATE TABLE "opinion_event" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "source" "opinion_source" NOT NULL,
    "severity" "severity" NOT NULL,
    "status" "opinion_event_status" NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "verification_asked" BOOLEAN NOT NULL DEFAULT false,
    "responsible_id" TEXT,
    "response_due_at" TIMESTAMPTZ(3) NOT NULL,
    "verification_due_at" TIMESTAMPTZ(3),
    "responded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "opinion_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion_response" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "channels" "channel"[],
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "responded_by" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "opinion_response_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "followed_institution_region_code_idx" ON "followed_institution"("region_code");

-- CreateIndex
CREATE INDEX "opinion_event_region_code_detected_at_id_idx" ON "opinion_event"("region_code", "detected_at", "id");

-- CreateIndex
CREATE INDEX "opinion_response_event_id_published_at_idx" ON "opinion_response"("event_id", "published_at");

-- AddForeignKey
ALTER TABLE "opinion_response" ADD CONSTRAINT "opinion_response_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
