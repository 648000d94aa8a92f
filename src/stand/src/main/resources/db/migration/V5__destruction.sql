-- Destruction: an order names what is to be forgotten; its rows become leaves to destroy, objects to delete, and ghosts.
-- Nothing here says whose a thing was: when its rows are gone, random ids, codes and days are left.

create table archive.destruction_order (
    id uuid primary key,
    ground text not null,
    ordered_at timestamptz not null,
    state text not null check (state in ('ordered', 'unfiled', 'keys-destroyed', 'objects-deleted')),
    index_renewed boolean not null default false,
    keys_destroyed_at timestamptz,
    epoch bigint,
    out_of_reach_at timestamptz
);
create index destruction_order_in_reach on archive.destruction_order (epoch)
    where keys_destroyed_at is not null and out_of_reach_at is null;

create table archive.destruction_target (
    order_id uuid not null references archive.destruction_order,
    kind text not null check (kind in ('document', 'case', 'person')),
    target_id uuid not null,
    primary key (order_id, kind, target_id)
);

create table archive.destruction_item (
    order_id uuid not null references archive.destruction_order,
    leaf_id uuid not null,
    primary key (order_id, leaf_id)
);

create table archive.destruction_object (
    order_id uuid not null references archive.destruction_order,
    version_id uuid not null,
    primary key (order_id, version_id)
);

-- The key of a case's duplicate tokens: made anew when one of its documents is destroyed, so that no old copy of a token can be asked
-- about the bytes of what is gone.
alter table archive.case_file add column token_leaf_id uuid;

-- A repeated body is held against what is sealed with the document: a token of it would answer guesses for as long as its key lives.
alter table archive.idempotency drop column body;

create table archive.ghost (
    id uuid primary key,
    order_id uuid not null references archive.destruction_order,
    kind text not null check (kind in ('document', 'case')),
    record_class text not null,
    received_on date not null,
    destroyed_on date not null
);
create index ghost_of_order on archive.ghost (order_id);

-- A database that was brought back from copies, until the archive has applied what was forgotten since. Orphans are left alone until
-- somebody has looked at what lies in the bucket and in no row.
create table archive.restoration (
    id uuid primary key,
    restored_at timestamptz not null default now(),
    data_made_at timestamptz,
    keys_made_at timestamptz,
    applied_at timestamptz,
    orphans_released_at timestamptz
);

-- What the archive answered to an operator's command: counts, codes and random ids.
create table archive.report (
    id uuid primary key,
    kind text not null,
    made_at timestamptz not null,
    body text not null
);

alter table archive.backup drop constraint backup_kind_check,
    add check (kind in ('data', 'key', 'physical', 'bucket', 'drill'));

grant select, update on archive.restoration to ${app};
grant select, insert on archive.report to ${app};
grant select, insert, update, delete on
    archive.destruction_order, archive.destruction_target, archive.destruction_item, archive.destruction_object to ${app};
grant select, insert on archive.ghost to ${app};

update archive.installation set schema_version = 5;
