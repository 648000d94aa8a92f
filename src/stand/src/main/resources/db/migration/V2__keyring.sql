-- The key ring: its own schema, its own owner, reached only through the functions below, in the act's own transaction.
-- Dumped apart from the data; wrapped keys only, every wrap bound to its place (level, id, version, parent id and version).

create schema keyring authorization ${keyring};
set role ${keyring};

create table keyring.epoch (
    id uuid primary key,
    version integer not null,
    root text not null,
    wrapped bytea not null,
    born_at timestamptz not null default now()
);

create table keyring.leaf (
    id uuid primary key,
    version integer not null,
    epoch_id uuid not null references keyring.epoch,
    wrapped bytea not null
);

create table keyring.tombstone (
    leaf_id uuid primary key,
    order_id uuid not null,
    destroyed_at timestamptz not null default now()
);

-- The newest epoch, its row held against rotation until the caller's transaction ends.
create function keyring.newest_epoch() returns table (id uuid, version integer, root text, wrapped bytea)
    language sql security definer set search_path = pg_catalog as $$
    select e.id, e.version, e.root, e.wrapped from keyring.epoch e order by e.born_at desc, e.id limit 1 for share
$$;

create function keyring.add_epoch(p_id uuid, p_version integer, p_root text, p_wrapped bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.epoch (id, version, root, wrapped) values (p_id, p_version, p_root, p_wrapped)
$$;

-- One first epoch, whichever node is first.
create function keyring.lock_epochs() returns void
    language sql security definer set search_path = pg_catalog as $$
    select pg_advisory_xact_lock(7223601)
$$;

create function keyring.add_leaf(p_id uuid, p_version integer, p_epoch uuid, p_wrapped bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.leaf (id, version, epoch_id, wrapped) values (p_id, p_version, p_epoch, p_wrapped)
$$;

create function keyring.leaf_of(p_id uuid)
    returns table (version integer, wrapped bytea, epoch_id uuid, epoch_version integer, root text, epoch_wrapped bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    select l.version, l.wrapped, e.id, e.version, e.root, e.wrapped
    from keyring.leaf l join keyring.epoch e on e.id = l.epoch_id where l.id = p_id
$$;

-- Forgets the leaf and leaves its tombstone, in one step; true where there was one to forget.
create function keyring.destroy_leaf(p_id uuid, p_order uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from keyring.leaf where id = p_id;
    if not found then
        return false;
    end if;
    insert into keyring.tombstone (leaf_id, order_id) values (p_id, p_order) on conflict do nothing;
    return true;
end $$;

create function keyring.leaf_count() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) from keyring.leaf
$$;

revoke all on all functions in schema keyring from public;
grant usage on schema keyring to ${app};
grant execute on all functions in schema keyring to ${app};

reset role;

update archive.installation set schema_version = 2;
