-- When a scanner for malware last found nothing in a document. Only statements write it.
alter table archive.document add column scanned_at timestamptz;

-- What waits for the machine is taken by priority (db-scheduler), and there may be much of it.
create index scheduled_tasks_priority on archive.scheduled_tasks (priority desc, execution_time asc);

update archive.installation set schema_version = 33;
