-- A database that came back from before a change of the log's key takes the change from the bucket; which entry told of it is not said there.
alter table archive.log_key alter column entry_id drop not null;
