-- CreateTable
CREATE TABLE "list_to_prove" (
    "id" TEXT NOT NULL,
    "supersedes" TEXT,
    "replaced_by" TEXT,

    CONSTRAINT "list_to_prove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "price_list_id_id_idx" ON "price"("list_id", "id");

-- What a list ended, by its institution, kind and first day. Of prices in force there is nothing in it.
CREATE INDEX "price_ended_on_idx" ON "price"("institution_id", "kind", "ended_on", "id") WHERE "ended_on" IS NOT NULL;
