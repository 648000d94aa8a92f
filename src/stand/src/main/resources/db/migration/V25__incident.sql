-- Incidents: what happened, when, and whom or what it concerns is sealed under the incident's own leaf, of class RC-REQ. Which records,
-- persons and readers are affected is not kept: the log tells it each time it is asked.
create table archive.incident (
    id uuid primary key,
    opened_at timestamptz not null,
    leaf_id uuid not null,
    sealed bytea not null
);
create index incident_opened on archive.incident (opened_at, id);
grant select, insert, delete on archive.incident to ${app};

update archive.installation set schema_version = 25;
