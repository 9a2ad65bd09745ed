-- CreateEnum
CREATE TYPE "openness_stage" AS ENUM ('DECISION', 'EXECUTION', 'MANAGEMENT', 'SERVICE', 'RESULT');

-- DropForeignKey
ALTER TABLE "disclosed_item" DROP CONSTRAINT "disclosed_item_disclosure_id_fkey";

-- DropForeignKey
ALTER TABLE "disclosed_item" DROP CONSTRAINT "disclosed_item_item_id_fkey";

-- AlterTable
ALTER TABLE "catalogue" ADD COLUMN     "effective_until" DATE,
ADD COLUMN     "subordinates_file_by" DATE;

-- AlterTable
ALTER TABLE "catalogue_item" ADD COLUMN     "first_due_days" INTEGER,
ADD COLUMN     "first_due_from" DATE,
ADD COLUMN     "first_due_unit" "time_unit",
ADD COLUMN     "is_mandatory" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "matter_id" UUID,
ADD COLUMN     "moved_to" TEXT,
ADD COLUMN     "stage" "openness_stage";

-- AlterTable
ALTER TABLE "disclosure" ADD COLUMN     "is_sample" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "position" BIGINT NOT NULL DEFAULT 0;

-- Until now a region had one edition, so that each of its items is the matter itself.
UPDATE "catalogue_item" SET "matter_id" = "id"::uuid;
ALTER TABLE "catalogue_item" ALTER COLUMN "matter_id" SET NOT NULL;
UPDATE "catalogue_item" i
   SET "first_due_from" = c."effective_on", "first_due_days" = l."days", "first_due_unit" = l."unit"
  FROM "catalogue" c, (
    SELECT DISTINCT ON ("item_id") "item_id", "days", "unit" FROM "time_limit" ORDER BY "item_id", "applies_to", "days"
  ) l
 WHERE c."id" = i."catalogue_id" AND l."item_id" = i."id" AND i."first_due_on" IS NOT NULL;

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "holidays" JSONB NOT NULL,
    "workdays" JSONB NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "catalogue_step" (
    "catalogue_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "status" "catalogue_status" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "due_on" DATE,

    CONSTRAINT "catalogue_step_pkey" PRIMARY KEY ("catalogue_id","ordinal")
);

-- CreateTable
CREATE TABLE "review_opinion" (
    "catalogue_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "item_code" TEXT NOT NULL,
    "item_title" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,

    CONSTRAINT "review_opinion_pkey" PRIMARY KEY ("catalogue_id","step","ordinal")
);

-- CreateTable
CREATE TABLE "disclosed_period" (
    "matter_id" UUID NOT NULL,
    "disclosure_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "disclosed_period_pkey" PRIMARY KEY ("matter_id","disclosure_id","since")
);

INSERT INTO "disclosed_period" ("matter_id", "disclosure_id", "since", "until")
SELECT i."item_id"::uuid, d."id", d."published_at", d."withdrawn_at"
  FROM "disclosed_item" i JOIN "disclosure" d ON d."id" = i."disclosure_id";
DROP TABLE "disclosed_item";

-- CreateTable
CREATE TABLE "channel_copy" (
    "disclosure_id" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "channel_copy_pkey" PRIMARY KEY ("disclosure_id","channel")
);

-- CreateTable
CREATE TABLE "channel_conflict" (
    "disclosure_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "channel_conflict_pkey" PRIMARY KEY ("disclosure_id","since")
);

-- CreateTable
CREATE TABLE "disclosure_duty" (
    "id" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "applies_to" "time_limit_scope" NOT NULL,
    "title" TEXT NOT NULL,
    "arisen_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "unit" "time_unit" NOT NULL,
    "due_on" DATE NOT NULL,
    "is_provisional" BOOLEAN NOT NULL,
    "discharged_at" TIMESTAMPTZ(3),
    "discharged_by_id" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "disclosure_duty_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disclosed_period_matter_id_since_until_idx" ON "disclosed_period"("matter_id", "since", "until");

-- CreateIndex
CREATE INDEX "disclosed_period_disclosure_id_idx" ON "disclosed_period"("disclosure_id");

-- CreateIndex
CREATE INDEX "disclosure_duty_matter_id_idx" ON "disclosure_duty"("matter_id");

-- CreateIndex
CREATE INDEX "disclosure_duty_region_code_due_on_idx" ON "disclosure_duty"("region_code", "due_on");

-- CreateIndex
CREATE INDEX "catalogue_based_on_id_idx" ON "catalogue"("based_on_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_region_code_edition_key" ON "catalogue"("region_code", "edition");

-- CreateIndex
CREATE INDEX "catalogue_item_matter_id_idx" ON "catalogue_item"("matter_id");

-- CreateIndex
CREATE INDEX "catalogue_item_counted_idx" ON "catalogue_item"("catalogue_id", "category_code", "matter_id", "first_due_on", "is_in_force", "moved_to");

-- CreateIndex
CREATE INDEX "catalogue_item_based_on_id_idx" ON "catalogue_item"("based_on_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_item_catalogue_id_matter_id_key" ON "catalogue_item"("catalogue_id", "matter_id");

-- CreateIndex
CREATE INDEX "disclosure_region_code_idx" ON "disclosure"("region_code");

-- AddForeignKey
ALTER TABLE "catalogue_step" ADD CONSTRAINT "catalogue_step_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "catalogue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_opinion" ADD CONSTRAINT "review_opinion_catalogue_id_step_fkey" FOREIGN KEY ("catalogue_id", "step") REFERENCES "catalogue_step"("catalogue_id", "ordinal") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosed_period" ADD CONSTRAINT "disclosed_period_disclosure_id_fkey" FOREIGN KEY ("disclosure_id") REFERENCES "disclosure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_copy" ADD CONSTRAINT "channel_copy_disclosure_id_fkey" FOREIGN KEY ("disclosure_id") REFERENCES "disclosure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_conflict" ADD CONSTRAINT "channel_conflict_disclosure_id_fkey" FOREIGN KEY ("disclosure_id") REFERENCES "disclosure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_duty" ADD CONSTRAINT "disclosure_duty_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "catalogue_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
