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
    segments integer not null,
    primary key (order_id, version_id)
);

create table archive.ghost (
    id uuid primary key,
    order_id uuid not null references archive.destruction_order,
    kind text not null check (kind in ('document', 'case')),
    record_class text not null,
    received_on date not null,
    destroyed_on date not null
);
create index ghost_of_order on archive.ghost (order_id);

grant select, insert, update, delete on
    archive.destruction_order, archive.destruction_target, archive.destruction_item, archive.destruction_object to ${app};
grant select, insert on archive.ghost to ${app};

update archive.installation set schema_version = 5;
