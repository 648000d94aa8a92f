-- Who is held to be the same person: a row for each pair that an officer joined. Nothing else is written because of it, and every key stays
-- the person's whose it was, so that it is undone without a trace in any other row. Random ids and accounts only; it dies with either person.
create table archive.person_merge (
    id uuid primary key,
    kept uuid not null references archive.data_subject on delete cascade,
    merged uuid not null references archive.data_subject on delete cascade,
    merged_at timestamptz not null,
    merged_by text not null,
    undone_at timestamptz,
    undone_by text,
    check (kept <> merged),
    check ((undone_at is null) = (undone_by is null))
);
create index person_merge_kept on archive.person_merge (kept);
create index person_merge_merged on archive.person_merge (merged);
grant select, insert, update (undone_at, undone_by), delete on archive.person_merge to ${app};

update archive.installation set schema_version = 24;
