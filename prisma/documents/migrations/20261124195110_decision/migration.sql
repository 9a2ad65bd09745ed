-- CreateEnum
CREATE TYPE "decision_stage" AS ENUM ('LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK', 'ABANDONED');

-- CreateEnum
CREATE TYPE "decision_step_kind" AS ENUM ('LISTED', 'CONSULTATION_OPENED', 'HEARING_HELD', 'EXPERTS_HEARD', 'EXPERTS_NOT_NEEDED', 'RISKS_ASSESSED', 'RISKS_NOT_NEEDED', 'LEGALITY_HANDED_IN', 'LEGALITY_REVIEWED', 'DISCUSSED', 'DECIDED', 'FEEDBACK_PUBLISHED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "decision_link_kind" AS ENUM ('DRAFT', 'BACKGROUND', 'CONSULTATION', 'ADOPTION', 'MEETING', 'RESULT');

-- CreateEnum
CREATE TYPE "decision_channel" AS ENUM ('GOVERNMENT_WEBSITE', 'SUGGESTION_MAILBOX', 'NEW_MEDIA', 'MEETING', 'HEARING', 'SURVEY', 'WRITTEN', 'OTHER');

-- CreateEnum
CREATE TYPE "decision_assessment_kind" AS ENUM ('EXPERTS', 'RISKS');

-- CreateEnum
CREATE TYPE "legality_opinion" AS ENUM ('LAWFUL', 'UNLAWFUL');

-- CreateTable
CREATE TABLE "decision_catalogue" (
    "id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "begun_by" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "decision_catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "major_decision" (
    "id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "undertaker" TEXT NOT NULL,
    "planned_for" TEXT,
    "stage" "decision_stage" NOT NULL,
    "consultation_opens_on" DATE,
    "consultation_closes_on" DATE,
    "shortening_reason" TEXT,
    "consultation_channels" "decision_channel"[],
    "decided_on" DATE,
    "document_id" TEXT,
    "feedback_due_on" DATE,
    "is_feedback_due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "feedback_published_at" TIMESTAMPTZ(3),
    "opinions_collected" INTEGER,
    "opinions_adopted" INTEGER,
    "not_adopted_reasons" TEXT,
    "abandoned_reason" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "major_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_step" (
    "decision_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "decision_step_kind" NOT NULL,
    "on" DATE NOT NULL,
    "taken_by" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "decision_step_pkey" PRIMARY KEY ("decision_id","sequence")
);

-- CreateTable
CREATE TABLE "decision_link" (
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "kind" "decision_link_kind" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "document_id" TEXT,

    CONSTRAINT "decision_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_assessment" (
    "decision_id" TEXT NOT NULL,
    "kind" "decision_assessment_kind" NOT NULL,
    "on" DATE NOT NULL,
    "conclusion" TEXT,
    "not_needed_because" TEXT,

    CONSTRAINT "decision_assessment_pkey" PRIMARY KEY ("decision_id","kind")
);

-- CreateTable
CREATE TABLE "decision_legality_review" (
    "decision_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "handed_in_on" DATE NOT NULL,
    "opinion_on" DATE,
    "opinion" "legality_opinion",
    "note" TEXT,
    "shortening_reason" TEXT,

    CONSTRAINT "decision_legality_review_pkey" PRIMARY KEY ("decision_id","round")
);

-- CreateTable
CREATE TABLE "decision_hearing" (
    "decision_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "materials_delivered_on" DATE NOT NULL,
    "participants" INTEGER NOT NULL,

    CONSTRAINT "decision_hearing_pkey" PRIMARY KEY ("decision_id","held_on")
);

-- CreateTable
CREATE TABLE "decision_meeting" (
    "decision_id" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "public_representatives" INTEGER NOT NULL,
    "opinions_voiced" INTEGER NOT NULL,
    "opinions_adopted" INTEGER NOT NULL,

    CONSTRAINT "decision_meeting_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE INDEX "decision_catalogue_region_code_year_idx" ON "decision_catalogue"("region_code", "year");

-- CreateIndex
CREATE UNIQUE INDEX "decision_catalogue_issuer_id_year_key" ON "decision_catalogue"("issuer_id", "year");

-- CreateIndex
CREATE INDEX "major_decision_catalogue_id_id_idx" ON "major_decision"("catalogue_id", "id");

-- CreateIndex
CREATE INDEX "major_decision_stage_feedback_due_on_idx" ON "major_decision"("stage", "feedback_due_on");

-- CreateIndex
CREATE INDEX "major_decision_document_id_idx" ON "major_decision"("document_id");

-- CreateIndex
CREATE INDEX "decision_link_document_id_idx" ON "decision_link"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_link_decision_id_sequence_key" ON "decision_link"("decision_id", "sequence");

-- CreateIndex
CREATE INDEX "decision_meeting_issuer_id_held_on_idx" ON "decision_meeting"("issuer_id", "held_on");

-- AddForeignKey
ALTER TABLE "major_decision" ADD CONSTRAINT "major_decision_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "decision_catalogue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_step" ADD CONSTRAINT "decision_step_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_link" ADD CONSTRAINT "decision_link_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_assessment" ADD CONSTRAINT "decision_assessment_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_legality_review" ADD CONSTRAINT "decision_legality_review_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_hearing" ADD CONSTRAINT "decision_hearing_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_meeting" ADD CONSTRAINT "decision_meeting_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "major_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
