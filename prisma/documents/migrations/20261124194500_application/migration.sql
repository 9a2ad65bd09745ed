-- CreateEnum
CREATE TYPE "application_route" AS ENUM ('IN_PERSON', 'SIGNED_MAIL', 'ORDINARY_MAIL', 'INTERNET_OR_FAX');

-- CreateEnum
CREATE TYPE "applicant_kind" AS ENUM ('NATURAL_PERSON', 'ENTERPRISE', 'RESEARCH', 'PUBLIC_WELFARE', 'LEGAL_SERVICE', 'OTHER');

-- CreateEnum
CREATE TYPE "delivery_form" AS ENUM ('ELECTRONIC', 'PAPER', 'MAIL', 'COPY', 'INSPECTION');

-- CreateEnum
CREATE TYPE "application_stage" AS ENUM ('HANDLING', 'AWAITING_CORRECTION', 'ANSWERED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "application_event_kind" AS ENUM ('CORRECTION_ASKED', 'CORRECTED', 'CONSULTED', 'CONSULTATION_DELIVERED', 'CONSULTATION_REPLIED', 'PUBLIC_INTEREST_TOLD', 'EXTENDED', 'REASONS_ASKED', 'REASONS_GIVEN', 'FEE_NOTIFIED', 'FEE_PAID', 'ANSWERED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "application_result" AS ENUM ('GRANTED', 'ALREADY_PUBLIC', 'PARTLY_GRANTED', 'REFUSED_STATE_SECRET', 'REFUSED_OTHER_LAW', 'REFUSED_SAFETY_AND_STABILITY', 'REFUSED_THIRD_PARTY', 'REFUSED_INTERNAL', 'REFUSED_PROCESS', 'REFUSED_ENFORCEMENT_FILE', 'REFUSED_ADMINISTRATIVE_ENQUIRY', 'UNABLE_NOT_HELD', 'UNABLE_NEEDS_MAKING', 'UNABLE_UNCLEAR_AFTER_CORRECTION', 'NOT_THIS_AGENCY', 'NOT_HANDLED_PETITION', 'NOT_HANDLED_REPEATED', 'NOT_HANDLED_PUBLICATION', 'NOT_HANDLED_EXCESSIVE', 'NOT_HANDLED_CONFIRMATION', 'OTHER_NOT_CORRECTED', 'OTHER_FEE_UNPAID', 'OTHER_RULES', 'OTHER_WITHDRAWN');

-- CreateEnum
CREATE TYPE "consultation_kind" AS ENUM ('THIRD_PARTY', 'CO_MAKER');

-- CreateEnum
CREATE TYPE "fee_basis" AS ENUM ('BY_ITEM', 'BY_PAGE');

-- CreateEnum
CREATE TYPE "proactive_review_decision" AS ENUM ('PROACTIVE', 'REMAINS');

-- CreateEnum
CREATE TYPE "application_review_kind" AS ENUM ('RECONSIDERATION', 'DIRECT_LITIGATION', 'LITIGATION_AFTER_RECONSIDERATION');

-- CreateEnum
CREATE TYPE "application_review_outcome" AS ENUM ('UPHELD', 'CORRECTED', 'OTHER', 'PENDING');

-- CreateEnum
CREATE TYPE "disclosure_function" AS ENUM ('ATTRIBUTE_MANAGEMENT', 'APPLICATION_ANSWERING');

-- CreateEnum
CREATE TYPE "complaint_outcome" AS ENUM ('RECTIFICATION_ORDERED', 'NOT_UPHELD', 'OTHER');

-- CreateEnum
CREATE TYPE "information_correction_outcome" AS ENUM ('CORRECTED', 'NOT_CORRECTED', 'TRANSFERRED');

-- CreateTable
CREATE TABLE "disclosure_application" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "registration_number" TEXT NOT NULL,
    "route" "application_route" NOT NULL,
    "received_on" DATE NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_by" TEXT NOT NULL,
    "applicant_kind" "applicant_kind" NOT NULL,
    "delivery_form" "delivery_form",
    "items" INTEGER NOT NULL DEFAULT 1,
    "applicant" BYTEA,
    "content" BYTEA,
    "applicant_key" BYTEA,
    "stage" "application_stage" NOT NULL,
    "answer_due_on" DATE,
    "is_provisional" BOOLEAN NOT NULL DEFAULT false,
    "answered_on" DATE,
    "result" "application_result",
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "document_id" TEXT,
    "repeats_id" TEXT,
    "archived_on" DATE,
    "purge_due_on" DATE,
    "purged_at" TIMESTAMPTZ(3),
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "disclosure_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_counter" (
    "office_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "application_counter_pkey" PRIMARY KEY ("office_id","year")
);

-- CreateTable
CREATE TABLE "application_event" (
    "application_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "application_event_kind" NOT NULL,
    "on" DATE NOT NULL,
    "detail" JSONB NOT NULL,
    "note" BYTEA,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "application_event_pkey" PRIMARY KEY ("application_id","sequence")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "kind" "consultation_kind" NOT NULL,
    "party" BYTEA,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_notice" (
    "application_id" TEXT NOT NULL,
    "basis" "fee_basis" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount_yuan" DECIMAL(14,4) NOT NULL,
    "notified_on" DATE NOT NULL,
    "pay_by" DATE NOT NULL,
    "paid_on" DATE,

    CONSTRAINT "fee_notice_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "proactive_review" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "document_id" TEXT,
    "opened_on" DATE NOT NULL,
    "decision" "proactive_review_decision",
    "decided_on" DATE,
    "decided_by" TEXT,
    "note" BYTEA,

    CONSTRAINT "proactive_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_review" (
    "id" TEXT NOT NULL,
    "application_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "kind" "application_review_kind" NOT NULL,
    "filed_on" DATE NOT NULL,
    "outcome" "application_review_outcome" NOT NULL,
    "decided_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "application_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "function_holder" (
    "office_id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "function" "disclosure_function" NOT NULL,
    "appointed_at" TIMESTAMPTZ(3) NOT NULL,
    "appointed_by" TEXT NOT NULL,

    CONSTRAINT "function_holder_pkey" PRIMARY KEY ("office_id","account")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "institution_id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_by" TEXT NOT NULL,
    "content" BYTEA,
    "outcome" "complaint_outcome",
    "decided_on" DATE,
    "note" BYTEA,
    "purge_due_on" DATE,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_correction" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_by" TEXT NOT NULL,
    "content" BYTEA,
    "outcome" "information_correction_outcome",
    "decided_on" DATE,
    "note" BYTEA,
    "purge_due_on" DATE,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "information_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealing_key" (
    "id" INTEGER NOT NULL,
    "fingerprint" BYTEA NOT NULL,

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disclosure_application_region_code_received_on_id_idx" ON "disclosure_application"("region_code", "received_on", "id");

-- CreateIndex
CREATE INDEX "disclosure_application_office_id_received_on_id_idx" ON "disclosure_application"("office_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "disclosure_application_office_id_applicant_key_received_on_idx" ON "disclosure_application"("office_id", "applicant_key", "received_on");

-- CreateIndex
CREATE INDEX "disclosure_application_answer_due_on_idx" ON "disclosure_application"("answer_due_on");

-- CreateIndex
CREATE INDEX "disclosure_application_purge_due_on_idx" ON "disclosure_application"("purge_due_on");

-- CreateIndex
CREATE INDEX "disclosure_application_document_id_idx" ON "disclosure_application"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_application_office_id_year_sequence_key" ON "disclosure_application"("office_id", "year", "sequence");

-- CreateIndex
CREATE INDEX "consultation_application_id_id_idx" ON "consultation"("application_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proactive_review_application_id_key" ON "proactive_review"("application_id");

-- CreateIndex
CREATE INDEX "proactive_review_region_code_opened_on_id_idx" ON "proactive_review"("region_code", "opened_on", "id");

-- CreateIndex
CREATE INDEX "proactive_review_document_id_idx" ON "proactive_review"("document_id");

-- CreateIndex
CREATE INDEX "application_review_office_id_filed_on_idx" ON "application_review"("office_id", "filed_on");

-- CreateIndex
CREATE UNIQUE INDEX "application_review_application_id_kind_key" ON "application_review"("application_id", "kind");

-- CreateIndex
CREATE INDEX "complaint_region_code_received_on_id_idx" ON "complaint"("region_code", "received_on", "id");

-- CreateIndex
CREATE INDEX "complaint_institution_id_idx" ON "complaint"("institution_id");

-- CreateIndex
CREATE INDEX "complaint_purge_due_on_idx" ON "complaint"("purge_due_on");

-- CreateIndex
CREATE INDEX "information_correction_region_code_received_on_id_idx" ON "information_correction"("region_code", "received_on", "id");

-- CreateIndex
CREATE INDEX "information_correction_purge_due_on_idx" ON "information_correction"("purge_due_on");

-- AddForeignKey
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "disclosure_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "disclosure_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_notice" ADD CONSTRAINT "fee_notice_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "disclosure_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proactive_review" ADD CONSTRAINT "proactive_review_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "disclosure_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_review" ADD CONSTRAINT "application_review_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "disclosure_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
