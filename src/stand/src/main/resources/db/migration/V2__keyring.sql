-- The key ring: its own schema, its own owner, reached only through the functions below, in the act's own transaction.
-- Dumped apart from the data; wrapped keys only, every wrap bound to its place (level, id, version, parent id and version).
--
--   root    in holders outside the database; here only its name, the rotation with which it dies, and where copies of it lie
--   epoch   one for each rotation; wrapped under its root, once for each holder
--   page    up to 256 leaves of one class and month; wrapped under the newest epoch
--   leaf    the unit of forgetting; wrapped under its page
--
-- A wrap is computed only while its parent's row is held here: for share by whoever adds a child, for update by whoever replaces or moves
-- the parent. So no child is ever wrapped under a key that is being replaced.

create schema keyring authorization ${keyring};
set role ${keyring};

create table keyring.root (
    id text primary key,
    epoch bigint not null,
    of_quorum boolean not null default false,
    recovered boolean not null default false,
    born_at timestamptz not null default now(),
    dies_with bigint check (dies_with > epoch),
    gone_at timestamptz,
    check (of_quorum = (dies_with is null))
);
create unique index root_of_a_rotation on keyring.root (epoch) where not of_quorum and not recovered;

-- Every place where the root was to be made: a holder by its name, a custodian's share by its number. Gone when seen to be, or declared.
create table keyring.root_copy (
    root text not null references keyring.root,
    place text not null,
    gone_at timestamptz,
    declared boolean not null default false,
    primary key (root, place)
);

create table keyring.epoch (
    id uuid primary key,
    number bigint not null unique,
    version integer not null,
    born_at timestamptz not null default now(),
    finished_at timestamptz
);

create table keyring.epoch_wrap (
    epoch_id uuid not null references keyring.epoch on delete cascade,
    holder text not null,
    root text not null references keyring.root,
    wrapped bytea not null,
    primary key (epoch_id, holder)
);

-- The public half of a quorum's key pair; whoever knows the epoch's key vouches for it. It wraps epochs from its root's on.
create table keyring.quorum (
    root text primary key references keyring.root,
    public_key bytea not null,
    need integer not null,
    voucher bytea not null,
    vouched_in bigint not null
);

-- Rotations that are over: every page moved, every root ended whose time had come.
create table keyring.rotation (
    epoch bigint primary key,
    completed_at timestamptz not null default now()
);

create table keyring.page (
    id uuid primary key,
    version integer not null,
    class text not null,
    month text not null,
    epoch_id uuid not null references keyring.epoch,
    wrapped bytea not null
);
create index page_by_shelf on keyring.page (class, month);
create index page_by_epoch on keyring.page (epoch_id);

create table keyring.leaf (
    id uuid primary key,
    version integer not null,
    page_id uuid not null references keyring.page,
    wrapped bytea not null
);
create index leaf_by_page on keyring.leaf (page_id);

create table keyring.tombstone (
    leaf_id uuid primary key,
    order_id uuid not null,
    epoch bigint not null,
    destroyed_at timestamptz not null default now()
);

-- Roots ---------------------------------------------------------------------------------------------------------------

-- One planner of rotations at a time, until its transaction ends.
create function keyring.hold_rotation() returns void
    language sql security definer set search_path = pg_catalog as $$
    select pg_advisory_xact_lock(7223601)
$$;

create function keyring.plan_root(p_id text, p_epoch bigint, p_dies_with bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.root (id, epoch, dies_with) values (p_id, p_epoch, p_dies_with)
$$;

-- Before the place makes its copy.
create function keyring.plan_copies(p_root text, p_places text[]) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.root_copy (root, place) select p_root, place from unnest(p_places) place on conflict do nothing
$$;

-- All roots of earlier rotations die with this one.
create function keyring.condemn_roots(p_epoch bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    update keyring.root set dies_with = least(dies_with, p_epoch) where epoch < p_epoch and gone_at is null and not of_quorum
$$;

-- Roots of the holders that are not yet known to be gone everywhere, oldest first.
create function keyring.roots()
    returns table (id text, epoch bigint, dies_with bigint, born_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select r.id, r.epoch, r.dies_with, r.born_at
    from keyring.root r where r.gone_at is null and not r.of_quorum order by r.epoch
$$;

-- Where roots still lie, the quorum's among them.
create function keyring.copies() returns table (root text, place text, epoch bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.root, c.place, r.epoch
    from keyring.root_copy c join keyring.root r on r.id = c.root where c.gone_at is null order by r.epoch, c.root, c.place
$$;

-- Notes that one copy is gone, and the root with the last of them. True where the root is gone.
create function keyring.copy_is_gone(p_root text, p_place text, p_declared boolean) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from keyring.root where id = p_root for update;
    update keyring.root_copy set gone_at = now(), declared = p_declared
        where root = p_root and place = p_place and gone_at is null;
    update keyring.root set gone_at = now()
        where id = p_root and gone_at is null
            and not exists (select from keyring.root_copy c where c.root = p_root and c.gone_at is null);
    return exists (select from keyring.root where id = p_root and gone_at is not null);
end $$;

-- The root of a quorum that begins with this epoch, its copies the custodians' shares; the same where it was planned before.
create function keyring.plan_quorum(p_id text, p_epoch bigint, p_shares integer) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    planned text;
begin
    select r.id into planned from keyring.root r where r.of_quorum and r.epoch = p_epoch and r.gone_at is null;
    if planned is null then
        planned := p_id;
        insert into keyring.root (id, epoch, of_quorum) values (planned, p_epoch, true);
    end if;
    insert into keyring.root_copy (root, place)
        select planned, 'share-' || number from generate_series(1, p_shares) number on conflict do nothing;
    return planned;
end $$;

create function keyring.vouch_quorum(
    p_root text, p_public_key bytea, p_need integer, p_voucher bytea, p_epoch bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.quorum (root, public_key, need, voucher, vouched_in)
    values (p_root, p_public_key, p_need, p_voucher, p_epoch)
    on conflict (root) do update set voucher = excluded.voucher, vouched_in = excluded.vouched_in
$$;

create function keyring.newest_quorum()
    returns table (
        root text, born_at timestamptz, public_key bytea, need integer, shares integer, voucher bytea, vouched_in bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select q.root, r.born_at, q.public_key, q.need,
        (select count(*)::integer from keyring.root_copy c where c.root = q.root), q.voucher, q.vouched_in
    from keyring.quorum q join keyring.root r on r.id = q.root order by r.epoch desc limit 1
$$;

-- A root that takes the place of a lost one and dies with it.
create function keyring.plan_recovered(p_id text, p_epoch bigint) returns bigint
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.root (id, epoch, recovered, dies_with)
    select p_id, p_epoch, true, min(dies_with) from keyring.root
    where epoch = p_epoch and not of_quorum returning dies_with
$$;

create function keyring.complete_rotation(p_epoch bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.rotation (epoch) values (p_epoch) on conflict do nothing
$$;

-- What an operator watches; the roots of both kinds.
create function keyring.state()
    returns table (last_success timestamptz, oldest_born timestamptz, living bigint, behind bigint, overdue boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select (select max(completed_at) from keyring.rotation),
        (select min(born_at) from keyring.root where gone_at is null),
        (select count(*) from keyring.root where gone_at is null),
        (select count(*) from keyring.page p
            where p.epoch_id <> (select e.id from keyring.epoch e order by e.number desc limit 1)),
        exists (select from keyring.root r where r.gone_at is null and not r.of_quorum
            and (r.dies_with <= (select max(epoch) from keyring.rotation)
                or r.born_at < now() - (r.dies_with - r.epoch) * interval '24 hours' - interval '2 hours'))
$$;

-- When the last root died that reached what was destroyed in this epoch; null while one lives.
create function keyring.last_root_gone(p_epoch bigint) returns timestamptz
    language sql stable security definer set search_path = pg_catalog as $$
    select case when bool_and(r.gone_at is not null) then max(r.gone_at) end
    from keyring.root r where r.epoch <= p_epoch
$$;

-- Epochs --------------------------------------------------------------------------------------------------------------

create function keyring.add_epoch(p_id uuid, p_number bigint, p_version integer) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.epoch (id, number, version) values (p_id, p_number, p_version)
$$;

create function keyring.add_epoch_wrap(p_epoch uuid, p_holder text, p_root text, p_wrapped bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.epoch_wrap (epoch_id, holder, root, wrapped) values (p_epoch, p_holder, p_root, p_wrapped)
    on conflict (epoch_id, holder) do update set root = excluded.root, wrapped = excluded.wrapped
$$;

-- The newest epoch, its row held against its end until the caller's transaction ends.
create function keyring.newest_epoch()
    returns table (id uuid, number bigint, version integer, finished boolean, born_at timestamptz)
    language sql security definer set search_path = pg_catalog as $$
    select e.id, e.number, e.version, e.finished_at is not null, e.born_at
    from keyring.epoch e order by e.number desc limit 1 for share
$$;

-- All that are left, oldest first.
create function keyring.epochs() returns table (id uuid, number bigint, version integer, finished boolean, born_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select e.id, e.number, e.version, e.finished_at is not null, e.born_at from keyring.epoch e order by e.number
$$;

create function keyring.wraps_of(p_epoch uuid) returns table (holder text, root text, wrapped bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    select w.holder, w.root, w.wrapped from keyring.epoch_wrap w where w.epoch_id = p_epoch
$$;

-- Ends all older epochs: true where no page is wrapped under one of them any more. Waits for whoever still adds a page to one.
create function keyring.finish_epoch(p_number bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from keyring.epoch where number < p_number order by number for update;
    if exists (select from keyring.page p join keyring.epoch e on e.id = p.epoch_id where e.number < p_number) then
        return false;
    end if;
    delete from keyring.epoch where number < p_number;
    update keyring.epoch set finished_at = now() where number = p_number and finished_at is null;
    return true;
end $$;

-- Pages ---------------------------------------------------------------------------------------------------------------

-- A page with room, held so that it is neither replaced nor moved until the caller's transaction ends.
create function keyring.page_with_room(p_class text, p_month text, p_most integer)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language sql security definer set search_path = pg_catalog as $$
    select p.id, p.version, p.wrapped, e.id, e.version
    from keyring.page p join keyring.epoch e on e.id = p.epoch_id
    where p.class = p_class and p.month = p_month
        and (select count(*) from keyring.leaf l where l.page_id = p.id) < p_most
    order by p.id limit 1 for share of p
$$;

-- One first page for each class and month, whoever comes first.
create function keyring.hold_shelf(p_class text, p_month text) returns void
    language sql security definer set search_path = pg_catalog as $$
    select pg_advisory_xact_lock(7223602, hashtext(p_class || ' ' || p_month))
$$;

create function keyring.add_page(
    p_id uuid, p_version integer, p_class text, p_month text, p_epoch uuid, p_wrapped bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.page (id, version, class, month, epoch_id, wrapped)
    values (p_id, p_version, p_class, p_month, p_epoch, p_wrapped)
$$;

-- The page of a leaf, held alone until the caller's transaction ends.
create function keyring.hold_page_of(p_leaf uuid)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    the_page uuid;
begin
    loop
        select l.page_id into the_page from keyring.leaf l where l.id = p_leaf;
        if not found then
            return;
        end if;
        perform 1 from keyring.page p where p.id = the_page for update;
        if exists (select from keyring.leaf l where l.id = p_leaf and l.page_id = the_page) then
            return query select p.id, p.version, p.wrapped, e.id, e.version
                from keyring.page p join keyring.epoch e on e.id = p.epoch_id where p.id = the_page;
            return;
        end if;
    end loop;
end $$;

create function keyring.leaves_of(p_page uuid) returns table (id uuid, version integer, wrapped bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    select l.id, l.version, l.wrapped from keyring.leaf l where l.page_id = p_page order by l.id
$$;

-- Gives a held page another key: what dies is deleted and has its tombstone, what lives is wrapped anew. All leaves of the page are named.
create function keyring.replace_page(
    p_page uuid, p_version integer, p_epoch uuid, p_wrapped bytea,
    p_living uuid[], p_wraps bytea[], p_dead uuid[], p_order uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed integer;
begin
    delete from keyring.leaf where page_id = p_page and id = any (p_dead);
    get diagnostics changed = row_count;
    if changed <> cardinality(p_dead) then
        raise exception 'a leaf to be forgotten is not on its page';
    end if;
    insert into keyring.tombstone (leaf_id, order_id, epoch)
        select dead, p_order, (select max(number) from keyring.epoch) from unnest(p_dead) dead
        on conflict do nothing;
    update keyring.leaf l set wrapped = anew.wrapped
        from unnest(p_living, p_wraps) anew (id, wrapped) where l.id = anew.id and l.page_id = p_page;
    get diagnostics changed = row_count;
    if changed <> cardinality(p_living)
            or exists (select from keyring.leaf where page_id = p_page and id <> all (p_living)) then
        raise exception 'a living leaf of the page was left behind';
    end if;
    if cardinality(p_living) = 0 then
        delete from keyring.page where id = p_page and version = p_version;
    else
        update keyring.page set version = p_version + 1, epoch_id = p_epoch, wrapped = p_wrapped
            where id = p_page and version = p_version;
    end if;
    if not found then
        raise exception 'the page has another version';
    end if;
end $$;

-- Pages of older epochs that nobody else holds, held alone until the caller's transaction ends.
create function keyring.hold_pages_behind(p_epoch uuid, p_most integer)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language sql security definer set search_path = pg_catalog as $$
    select p.id, p.version, p.wrapped, e.id, e.version
    from keyring.page p join keyring.epoch e on e.id = p.epoch_id
    where p.epoch_id <> p_epoch order by p.id limit p_most for update of p skip locked
$$;

create function keyring.move_pages(p_epoch uuid, p_pages uuid[], p_wraps bytea[]) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed integer;
begin
    update keyring.page p set epoch_id = p_epoch, wrapped = anew.wrapped
        from unnest(p_pages, p_wraps) anew (id, wrapped) where p.id = anew.id;
    get diagnostics changed = row_count;
    return changed;
end $$;

-- Leaves --------------------------------------------------------------------------------------------------------------

create function keyring.add_leaf(p_id uuid, p_version integer, p_page uuid, p_wrapped bytea) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from keyring.tombstone where leaf_id = p_id) then
        raise exception 'a forgotten leaf is not made again';
    end if;
    insert into keyring.leaf (id, version, page_id, wrapped) values (p_id, p_version, p_page, p_wrapped);
end $$;

create function keyring.leaf_of(p_id uuid)
    returns table (
        version integer, wrapped bytea,
        page_id uuid, page_version integer, page_wrapped bytea, epoch_id uuid, epoch_version integer)
    language sql stable security definer set search_path = pg_catalog as $$
    select l.version, l.wrapped, p.id, p.version, p.wrapped, e.id, e.version
    from keyring.leaf l join keyring.page p on p.id = l.page_id join keyring.epoch e on e.id = p.epoch_id
    where l.id = p_id
$$;

-- The epoch in which a leaf was forgotten; null where it was not.
create function keyring.forgotten_in(p_leaf uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select t.epoch from keyring.tombstone t where t.leaf_id = p_leaf
$$;

create function keyring.leaf_count() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) from keyring.leaf
$$;

create function keyring.page_count() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) from keyring.page
$$;

revoke all on all functions in schema keyring from public;
grant usage on schema keyring to ${app};
grant execute on all functions in schema keyring to ${app};

reset role;

update archive.installation set schema_version = 2;
