-- CreateTable
CREATE TABLE "followed_calendar_year" (
    "year" INTEGER NOT NULL,
    "holidays" JSONB NOT NULL,
    "workdays" JSONB NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "followed_calendar_year_pkey" PRIMARY KEY ("year")
);
