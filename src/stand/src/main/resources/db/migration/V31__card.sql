-- With the event that a lost card was replaced, the number of the new one; sealed under the case's leaf.
alter table archive.case_event add sealed bytea;

update archive.installation set schema_version = 31;
