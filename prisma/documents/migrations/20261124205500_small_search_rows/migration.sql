-- What is found is put in order before any text is read: texts and terms stand apart, so that rows are small.
ALTER TABLE "document_search" ALTER COLUMN "text" SET STORAGE EXTERNAL;
ALTER TABLE "document_search" SET (toast_tuple_target = 128);
