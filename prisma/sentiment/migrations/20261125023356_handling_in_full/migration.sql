-- CreateEnum
CREATE TYPE "clock_kind" AS ENUM ('FIRST_WORD', 'BRIEFING', 'RESPONSE', 'VERIFICATION', 'REPLY', 'PETITION_NOTICE', 'PETITION_OBJECTION', 'PETITION_DECISION', 'PETITION_REVIEW', 'PETITION_RE_REVIEW');

-- CreateEnum
CREATE TYPE "day_unit" AS ENUM ('WORKING_DAY', 'CALENDAR_DAY');

-- CreateEnum
CREATE TYPE "inquiry_route" AS ENUM ('LEADER_MAILBOX', 'WEBSITE_MESSAGE', 'ONLINE_CONSULTATION', 'HOTLINE_12345', 'SUGGESTION_BOX', 'LETTER_OR_VISIT');

-- CreateEnum
CREATE TYPE "inquiry_kind" AS ENUM ('CONSULTATION', 'COMPLAINT', 'SUGGESTION', 'WEBSITE_FAULT', 'PETITION');

-- CreateEnum
CREATE TYPE "inquiry_stage" AS ENUM ('RECEIVED', 'IN_HAND', 'ANSWERED', 'CLOSED');

-- CreateEnum
CREATE TYPE "inquiry_step_kind" AS ENUM ('RECEIVED', 'ASSIGNED', 'FORWARDED', 'OBJECTED', 'ACCEPTED', 'NOT_ACCEPTED', 'EXTENDED', 'SUPERVISED', 'ANSWERED', 'RATED', 'REWORK', 'REPEATED', 'REVIEW_ASKED', 'REVIEW_DECIDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "opinion_step_kind" AS ENUM ('DETECTED', 'JUDGED', 'ASSIGNED', 'FORWARDED', 'SUPERVISED', 'SPOKE', 'ANSWERED', 'FINDINGS_REPORTED', 'VERIFIED', 'REWORK', 'CLOSED');

-- CreateEnum
CREATE TYPE "response_kind" AS ENUM ('FIRST_WORD', 'RESPONSE', 'FINDINGS');

-- CreateEnum
CREATE TYPE "accountability_kind" AS ENUM ('CIRCULATED_CRITICISM', 'TALK');

-- AlterTable
ALTER TABLE "opinion_event" ADD COLUMN     "places" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "topic" TEXT,
ALTER COLUMN "severity" DROP NOT NULL,
ALTER COLUMN "response_due_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "opinion_response" ADD COLUMN     "kind" "response_kind" NOT NULL DEFAULT 'RESPONSE',
ADD COLUMN     "masked" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "response_clock" (
    "id" TEXT NOT NULL,
    "event_id" TEXT,
    "inquiry_id" TEXT,
    "kind" "clock_kind" NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "hours" INTEGER,
    "days" INTEGER,
    "unit" "day_unit",
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "is_provisional" BOOLEAN NOT NULL DEFAULT false,
    "rules" TEXT[],
    "met_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),
    "region_code" TEXT NOT NULL,
    "office_id" TEXT,
    "next_stage" TEXT,
    "next_alarm_at" TIMESTAMPTZ(3),

    CONSTRAINT "response_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_alarm" (
    "id" TEXT NOT NULL,
    "clock_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "stage" TEXT NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "route" "inquiry_route" NOT NULL,
    "kind" "inquiry_kind" NOT NULL,
    "is_simple" BOOLEAN NOT NULL DEFAULT false,
    "topic" TEXT,
    "title" TEXT NOT NULL,
    "body" BYTEA,
    "name" BYTEA,
    "contact" BYTEA,
    "contact_digest" BYTEA,
    "stage" "inquiry_stage" NOT NULL,
    "office_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "is_satisfied" BOOLEAN,
    "repeats_id" TEXT,
    "recorded_by" TEXT NOT NULL,
    "purge_due_on" DATE,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_step" (
    "inquiry_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "inquiry_step_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "office_id" TEXT,
    "note" BYTEA,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "knowledge_id" TEXT,

    CONSTRAINT "inquiry_step_pkey" PRIMARY KEY ("inquiry_id","sequence")
);

-- CreateTable
CREATE TABLE "knowledge_answer" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "topic" TEXT,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "masked" JSONB NOT NULL DEFAULT '[]',
    "terms" TEXT[],
    "is_special_response" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "review_on" DATE,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "revised_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "recorded_by" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "knowledge_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_figures" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "monthly_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "event_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "severity" "severity" NOT NULL,
    "verification_asked" BOOLEAN NOT NULL,
    "reason" TEXT,
    "judged_by" TEXT NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("event_id","sequence")
);

-- CreateTable
CREATE TABLE "opinion_step" (
    "event_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "opinion_step_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "office_id" TEXT,
    "note" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "opinion_step_pkey" PRIMARY KEY ("event_id","sequence")
);

-- CreateTable
CREATE TABLE "rumour" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "refuted_by_id" TEXT,

    CONSTRAINT "rumour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect_evaluation" (
    "event_id" TEXT NOT NULL,
    "handled_well" BOOLEAN NOT NULL,
    "answered_fittingly" BOOLEAN NOT NULL,
    "reported_in_time" BOOLEAN NOT NULL,
    "had_negative_influence" BOOLEAN NOT NULL,
    "note" TEXT,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,
    "evaluated_by" TEXT NOT NULL,

    CONSTRAINT "effect_evaluation_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "accountability_measure" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "kind" "accountability_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "rectify_by" DATE,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" TEXT NOT NULL,

    CONSTRAINT "accountability_measure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "response_clock_next_alarm_at_idx" ON "response_clock"("next_alarm_at");

-- CreateIndex
CREATE INDEX "response_clock_event_id_idx" ON "response_clock"("event_id");

-- CreateIndex
CREATE INDEX "response_clock_inquiry_id_idx" ON "response_clock"("inquiry_id");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_alarm_clock_id_due_at_stage_key" ON "deadline_alarm"("clock_id", "due_at", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_receipt_key" ON "inquiry"("receipt");

-- CreateIndex
CREATE INDEX "inquiry_region_code_received_at_id_idx" ON "inquiry"("region_code", "received_at", "id");

-- CreateIndex
CREATE INDEX "inquiry_topic_received_at_idx" ON "inquiry"("topic", "received_at");

-- CreateIndex
CREATE INDEX "inquiry_contact_digest_idx" ON "inquiry"("contact_digest");

-- CreateIndex
CREATE INDEX "inquiry_purge_due_on_idx" ON "inquiry"("purge_due_on");

-- CreateIndex
CREATE INDEX "knowledge_answer_region_code_published_at_id_idx" ON "knowledge_answer"("region_code", "published_at", "id");

-- CreateIndex
CREATE INDEX "knowledge_answer_terms_idx" ON "knowledge_answer" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "monthly_figures_region_code_month_idx" ON "monthly_figures"("region_code", "month");

-- CreateIndex
CREATE INDEX "rumour_event_id_idx" ON "rumour"("event_id");

-- CreateIndex
CREATE INDEX "accountability_measure_event_id_idx" ON "accountability_measure"("event_id");

-- CreateIndex
CREATE INDEX "opinion_event_topic_detected_at_idx" ON "opinion_event"("topic", "detected_at");

-- AddForeignKey
ALTER TABLE "response_clock" ADD CONSTRAINT "response_clock_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_clock" ADD CONSTRAINT "response_clock_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_alarm" ADD CONSTRAINT "deadline_alarm_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "response_clock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_repeats_id_fkey" FOREIGN KEY ("repeats_id") REFERENCES "inquiry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_step" ADD CONSTRAINT "inquiry_step_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_step" ADD CONSTRAINT "opinion_step_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rumour" ADD CONSTRAINT "rumour_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rumour" ADD CONSTRAINT "rumour_refuted_by_id_fkey" FOREIGN KEY ("refuted_by_id") REFERENCES "opinion_response"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect_evaluation" ADD CONSTRAINT "effect_evaluation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accountability_measure" ADD CONSTRAINT "accountability_measure_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "opinion_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
