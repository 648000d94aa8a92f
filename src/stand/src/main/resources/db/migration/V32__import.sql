-- Files older than this archive, that come in bulk. What a bag says of cases and files, and a bag that came as a body, are sealed under a
-- leaf of the import's own, which dies when the import is over; of it, counts and the places of refused lines are left, no words of them.
create table archive.import (
    id uuid primary key,
    state text not null check (state in ('checking', 'checked', 'refused', 'running', 'done', 'over')),
    package text not null,
    leaf_id uuid check (leaf_id is not null or state in ('refused', 'done', 'over')),
    length bytea,
    sealed_length bigint check ((length is null) = (sealed_length is null)),
    digest bytea check (digest is not null or state in ('checking', 'refused', 'over')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    released_by text,
    released_at timestamptz,
    ended_at timestamptz,
    ends_at timestamptz not null,
    cases_total integer not null default 0,
    cases_imported integer not null default 0,
    cases_known integer not null default 0,
    cases_refused integer not null default 0,
    files_total integer not null default 0,
    files_imported integer not null default 0
);
create table archive.import_case (
    import_id uuid not null references archive.import on delete cascade,
    line integer not null,
    token bytea not null check (length(token) = 16),
    state text not null check (state in ('waiting', 'imported', 'known', 'refused')),
    parent integer,
    about bytea not null,
    primary key (import_id, line),
    unique (import_id, token)
);
create index import_case_waiting on archive.import_case (import_id, line) where state = 'waiting';
create table archive.import_file (
    import_id uuid not null references archive.import on delete cascade,
    path bytea not null check (length(path) = 16),
    digest bytea not null check (length(digest) = 16),
    place integer not null,
    facts bytea not null,
    line integer,
    case_line integer,
    about bytea,
    primary key (import_id, path)
);
create index import_file_case on archive.import_file (import_id, case_line);
create table archive.import_flaw (
    import_id uuid not null references archive.import on delete cascade,
    number integer not null,
    place text not null check (place in ('bag', 'manifest', 'cases', 'files')),
    line integer not null,
    code text not null,
    member text not null,
    primary key (import_id, number)
);
grant select, insert, update, delete on archive.import, archive.import_case, archive.import_file, archive.import_flaw to ${app};

update archive.installation set schema_version = 32;
