-- AlterTable
ALTER TABLE "knowledge_answer" ADD COLUMN     "search_text" TEXT NOT NULL;
