-- DropForeignKey
ALTER TABLE "price" DROP CONSTRAINT "price_list_id_fkey";

-- AlterTable
ALTER TABLE "price" ADD COLUMN     "approval_number" TEXT,
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "brand_name" TEXT,
ADD COLUMN     "condition" TEXT,
ADD COLUMN     "content" TEXT,
ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'CNY',
ADD COLUMN     "dosage_form" TEXT,
ADD COLUMN     "exclusions" TEXT,
ADD COLUMN     "manufacturer" TEXT,
ADD COLUMN     "national_code" TEXT,
ADD COLUMN     "packaging" TEXT,
ADD COLUMN     "payment_standard" DECIMAL(16,4),
ADD COLUMN     "procurement" TEXT,
ADD COLUMN     "self_pay_percent" DECIMAL(7,4),
ADD COLUMN     "standard_code" TEXT,
ADD COLUMN     "surcharge_percent" DECIMAL(9,4),
ALTER COLUMN "mode" DROP NOT NULL;

-- AlterTable
ALTER TABLE "price_list" ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'CNY';

-- CreateTable
CREATE TABLE "priced_name" (
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "priced_name_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "price_tier" (
    "province" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "synonyms" TEXT[],

    CONSTRAINT "price_tier_pkey" PRIMARY KEY ("province","tier")
);

-- CreateIndex
CREATE INDEX "priced_name_terms_idx" ON "priced_name" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "price_name_institution_id_idx" ON "price"("name", "institution_id");

-- A million rows are joined, sorted and indexed by these: bytes compare several times as fast as the words of a language,
-- and alike on every server.
ALTER TABLE "price"
  ALTER COLUMN "id" TYPE TEXT COLLATE "C",
  ALTER COLUMN "institution_id" TYPE TEXT COLLATE "C",
  ALTER COLUMN "list_id" TYPE TEXT COLLATE "C",
  ALTER COLUMN "code" TYPE TEXT COLLATE "C",
  ALTER COLUMN "name" TYPE TEXT COLLATE "C",
  ALTER COLUMN "specification" TYPE TEXT COLLATE "C",
  ALTER COLUMN "unit" TYPE TEXT COLLATE "C",
  ALTER COLUMN "tier" TYPE TEXT COLLATE "C",
  ALTER COLUMN "condition" TYPE TEXT COLLATE "C",
  ALTER COLUMN "manufacturer" TYPE TEXT COLLATE "C";
ALTER TABLE "priced_name" ALTER COLUMN "name" TYPE TEXT COLLATE "C";
