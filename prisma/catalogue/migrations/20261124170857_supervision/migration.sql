-- CreateEnum
CREATE TYPE "metric_operator" AS ENUM ('AT_LEAST', 'AT_MOST', 'EXACTLY');

-- CreateEnum
CREATE TYPE "task_unit_role" AS ENUM ('LEAD', 'COOPERATING');

-- CreateEnum
CREATE TYPE "look_back_finding" AS ENUM ('DONE', 'NOT_DONE');

-- CreateEnum
CREATE TYPE "half" AS ENUM ('H1', 'H2');

-- CreateEnum
CREATE TYPE "failure_status" AS ENUM ('MISSING', 'OVERDUE');

-- CreateTable
CREATE TABLE "work_plan" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "basis_document_number" TEXT,
    "issued_on" DATE NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "work_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_task" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "section" TEXT,
    "summary" TEXT NOT NULL,
    "leader_roles" TEXT[],
    "due_on" DATE NOT NULL,
    "due_text" TEXT,
    "metric_name" TEXT,
    "metric_operator" "metric_operator",
    "metric_target" DECIMAL(14,4),
    "metric_unit" TEXT,
    "metric_period" TEXT,
    "metric_value" DECIMAL(14,4),
    "prerequisite" TEXT,
    "upstream_document" TEXT,
    "prerequisite_met_on" DATE,
    "prerequisite_document" TEXT,
    "filing_to" TEXT,
    "filing_due_on" DATE,
    "filed_on" DATE,

    CONSTRAINT "work_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_task_unit" (
    "task_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name_as_written" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "role" "task_unit_role" NOT NULL,
    "completed_on" DATE,

    CONSTRAINT "work_task_unit_pkey" PRIMARY KEY ("task_id","ordinal")
);

-- CreateTable
CREATE TABLE "task_progress" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "metric_value" DECIMAL(14,4),
    "is_complete" BOOLEAN NOT NULL,
    "evidence_url" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" TEXT NOT NULL,

    CONSTRAINT "task_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look_back" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "finding" "look_back_finding" NOT NULL,
    "note" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by" TEXT NOT NULL,
    "rectify_by" DATE,
    "rectified_at" TIMESTAMPTZ(3),
    "rectified_by" TEXT,
    "rectification_note" TEXT,
    "evidence_url" TEXT,

    CONSTRAINT "look_back_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "half_year_report" (
    "region_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "half" "half" NOT NULL,
    "body" TEXT NOT NULL,
    "first_submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "half_year_report_pkey" PRIMARY KEY ("region_code","year","half")
);

-- CreateTable
CREATE TABLE "disclosure_contact" (
    "institution_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "first_registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_by" TEXT NOT NULL,

    CONSTRAINT "disclosure_contact_pkey" PRIMARY KEY ("institution_id","year")
);

-- CreateTable
CREATE TABLE "failure_notice" (
    "id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "superior_code" TEXT NOT NULL,
    "issuer_id" TEXT,
    "body" TEXT NOT NULL,
    "rectify_by" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_note" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "failure_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "failure_notice_item" (
    "notice_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "status" "failure_status" NOT NULL,

    CONSTRAINT "failure_notice_item_pkey" PRIMARY KEY ("notice_id","ordinal")
);

-- CreateIndex
CREATE INDEX "work_plan_region_code_year_id_idx" ON "work_plan"("region_code", "year", "id");

-- CreateIndex
CREATE UNIQUE INDEX "work_plan_issuer_id_year_title_key" ON "work_plan"("issuer_id", "year", "title");

-- CreateIndex
CREATE UNIQUE INDEX "work_task_plan_id_number_key" ON "work_task"("plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "work_task_unit_task_id_unit_key" ON "work_task_unit"("task_id", "unit");

-- CreateIndex
CREATE INDEX "task_progress_task_id_reported_at_idx" ON "task_progress"("task_id", "reported_at");

-- CreateIndex
CREATE UNIQUE INDEX "look_back_task_id_round_key" ON "look_back"("task_id", "round");

-- CreateIndex
CREATE INDEX "failure_notice_region_code_issued_at_id_idx" ON "failure_notice"("region_code", "issued_at", "id");

-- CreateIndex
CREATE INDEX "failure_notice_item_item_id_idx" ON "failure_notice_item"("item_id");

-- AddForeignKey
ALTER TABLE "work_plan" ADD CONSTRAINT "work_plan_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_plan" ADD CONSTRAINT "work_plan_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_task" ADD CONSTRAINT "work_task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "work_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_task_unit" ADD CONSTRAINT "work_task_unit_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "work_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_progress" ADD CONSTRAINT "task_progress_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "work_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_back" ADD CONSTRAINT "look_back_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "work_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_year_report" ADD CONSTRAINT "half_year_report_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_contact" ADD CONSTRAINT "disclosure_contact_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_notice" ADD CONSTRAINT "failure_notice_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_notice" ADD CONSTRAINT "failure_notice_superior_code_fkey" FOREIGN KEY ("superior_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_notice" ADD CONSTRAINT "failure_notice_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_notice_item" ADD CONSTRAINT "failure_notice_item_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "failure_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "failure_notice_item" ADD CONSTRAINT "failure_notice_item_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "catalogue_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
