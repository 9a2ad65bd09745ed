-- CreateTable
CREATE TABLE "annual_report" (
    "office_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "entered" JSONB NOT NULL,
    "fees_ten_thousand_yuan" DECIMAL(14,4),
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "published" JSONB,
    "first_published_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "annual_report_pkey" PRIMARY KEY ("office_id","year")
);

-- CreateIndex
CREATE INDEX "annual_report_region_code_year_idx" ON "annual_report"("region_code", "year");
