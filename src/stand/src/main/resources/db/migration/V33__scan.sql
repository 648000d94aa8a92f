-- When a scanner for malware last found nothing in a document. Only statements write it.
alter table archive.document add column scanned_at timestamptz;

update archive.installation set schema_version = 33;
