-- Indexes that no version depends on: applied after all of them, again whenever this file changes.

-- Taking a document or a case off the files asks who refers to it; without these each question would read the whole table.
create index if not exists document_replaces on archive.document (replaces) where replaces is not null;
create index if not exists case_file_arises_from on archive.case_file (arises_from) where arises_from is not null;
create index if not exists idempotency_document on archive.idempotency (document_id);

-- With each person's first entry of a year the commit asks whose key a leaf is.
create index if not exists subject_log_key_leaf on archive.subject_log_key (leaf_id);
