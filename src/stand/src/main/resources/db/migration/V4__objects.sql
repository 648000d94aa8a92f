-- What lies in the bucket: documents written anew from it, what it will not give up yet, and when each was last found whole.

alter table archive.document
    -- A rebuilt document may name one that is gone.
    drop constraint document_replaces_fkey,
    -- Whose use is restricted, since when, and by what: "rebuild/<id>".
    add column restricted_since timestamptz,
    add column restricted_because text,
    -- When its ciphertext was last read whole and compared; null where it never was. Written by the patrol alone.
    add column verified_at timestamptz,
    add check ((restricted_since is null) = (restricted_because is null));
create index document_restricted on archive.document (restricted_because) where restricted_because is not null;
create index document_verified on archive.document (verified_at nulls first, id);

-- A lost document table, written anew from bucket and key ring. Accounts are named, as in case events.
create table archive.rebuild (
    id uuid primary key,
    state text not null check (state in ('running', 'waiting', 'released')),
    begun_at timestamptz not null,
    begun_by text not null,
    rebuilt bigint not null default 0,
    destroyed bigint not null default 0,
    without_key bigint not null default 0,
    without_case bigint not null default 0,
    unreadable bigint not null default 0,
    records_by text,
    dpo_by text,
    check (records_by <> dpo_by),
    check (state <> 'released' or (records_by is not null and dpo_by is not null))
);
create unique index rebuild_one_at_a_time on archive.rebuild (state) where state = 'running';

-- Documents that the patrol found damaged, until it finds them whole.
create table archive.damage (
    document_id uuid primary key,
    found_at timestamptz not null,
    seen_at timestamptz not null,
    kind text not null check (kind in ('missing', 'truncated', 'too-long', 'changed', 'row', 'key')),
    object text not null
);

-- Ciphertext remains until …: objects that were to be deleted and that the store holds back.
create table archive.remaining_ciphertext (
    object text primary key,
    refused_at timestamptz not null,
    remains_until timestamptz
);

grant select, insert, update on archive.rebuild to ${app};
grant select, insert, update, delete on archive.damage, archive.remaining_ciphertext to ${app};

update archive.installation set schema_version = 4;
