-- CreateEnum
CREATE TYPE "price_kind" AS ENUM ('SERVICE', 'DRUG', 'CONSUMABLE');

-- CreateEnum
CREATE TYPE "pricing_mode" AS ENUM ('GOVERNMENT_GUIDED', 'MARKET_REGULATED');

-- CreateTable
CREATE TABLE "followed_institution" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "hospital_grade" TEXT,

    CONSTRAINT "followed_institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "follower" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("follower")
);

-- CreateTable
CREATE TABLE "price_list" (
    "id" TEXT NOT NULL,
    "institution_id" TEXT NOT NULL,
    "kind" "price_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "rows" INTEGER NOT NULL,
    "rows_digest" TEXT NOT NULL,
    "supersedes_id" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "price_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price" (
    "id" TEXT NOT NULL,
    "institution_id" TEXT NOT NULL,
    "list_id" TEXT NOT NULL,
    "kind" "price_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "specification" TEXT,
    "unit" TEXT NOT NULL,
    "tier" TEXT,
    "amount" DECIMAL(16,4),
    "amount_up_to" DECIMAL(16,4),
    "amount_text" TEXT,
    "mode" "pricing_mode" NOT NULL,
    "insurance_class" TEXT,
    "ceiling" DECIMAL(16,4),
    "note" TEXT,
    "effective_on" DATE NOT NULL,
    "ended_on" DATE,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "price_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "followed_institution_region_code_idx" ON "followed_institution"("region_code");

-- CreateIndex
CREATE INDEX "price_list_institution_id_kind_effective_on_idx" ON "price_list"("institution_id", "kind", "effective_on");

-- CreateIndex
CREATE INDEX "price_institution_id_kind_code_id_idx" ON "price"("institution_id", "kind", "code", "id");

-- CreateIndex
CREATE INDEX "price_code_institution_id_idx" ON "price"("code", "institution_id");

-- AddForeignKey
ALTER TABLE "price_list" ADD CONSTRAINT "price_list_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "price_list"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "price_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
