-- AlterTable
ALTER TABLE "inquiry_step" ADD COLUMN     "detail" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "sealing_key" (
    "id" INTEGER NOT NULL,
    "fingerprint" BYTEA NOT NULL,

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("id")
);
