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
    adopted boolean not null default false,
    born_at timestamptz not null default now(),
    dies_with bigint check (dies_with > epoch),
    gone_at timestamptz,
    check (of_quorum = (dies_with is null))
);

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
    number integer not null,
    epoch_id uuid not null references keyring.epoch,
    wrapped bytea not null
);
create index page_by_shelf on keyring.page (class, month, number);
create index page_by_epoch on keyring.page (epoch_id);

-- A leaf is wrapped anew when another on its page dies: in the same block, where half of it is left free, and no index hears of it.
create table keyring.leaf (
    id uuid primary key,
    version integer not null,
    page_id uuid not null references keyring.page,
    wrapped bytea not null
) with (fillfactor = 50);
create index leaf_by_page on keyring.leaf (page_id);

create table keyring.tombstone (
    leaf_id uuid primary key,
    order_id uuid not null,
    epoch bigint not null,
    destroyed_at timestamptz not null default now(),
    batch uuid
);

-- Batches of tombstones beside the ciphertext of which this database has heard.
create table keyring.batch (
    id uuid primary key
);

create index tombstone_of_order on keyring.tombstone (order_id);
create index tombstone_to_copy on keyring.tombstone (leaf_id) where batch is null;

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

-- The root of the rotation that was planned and has not begun.
create function keyring.planned_root()
    returns table (id text, epoch bigint, dies_with bigint, born_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select r.id, r.epoch, r.dies_with, r.born_at from keyring.root r
    where r.gone_at is null and not r.adopted and not r.of_quorum and r.epoch > coalesce((select max(e.number) from keyring.epoch e), 0)
    order by r.epoch limit 1
$$;

-- A root that a holder has and this database, restored from a copy, did not know: it is to die on its day, and wraps nothing more.
create function keyring.adopt_root(p_id text, p_epoch bigint, p_dies_with bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.root (id, epoch, dies_with, adopted) values (p_id, p_epoch, p_dies_with, true) on conflict do nothing
$$;

-- The last rotation known from an adopted root; 0 where there is none.
create function keyring.last_adopted() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(max(r.epoch), 0) from keyring.root r where r.adopted
$$;

-- Roots of the holders that are not yet known to be gone everywhere, oldest first.
create function keyring.roots()
    returns table (id text, epoch bigint, dies_with bigint, born_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select r.id, r.epoch, r.dies_with, r.born_at
    from keyring.root r where r.gone_at is null and not r.of_quorum order by r.epoch
$$;

-- Where roots still lie, the quorum's among them.
create function keyring.copies() returns table (root text, place text, epoch bigint, recovered boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.root, c.place, r.epoch, r.recovered
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
create function keyring.plan_recovered(p_id text, p_epoch bigint, p_dies_with bigint) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.root (id, epoch, recovered, dies_with) values (p_id, p_epoch, true, p_dies_with)
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

-- The newest page of a shelf, where it has room; held so that it is neither replaced nor moved until the caller's transaction ends.
create function keyring.page_with_room(p_class text, p_month text, p_most integer)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language sql security definer set search_path = pg_catalog as $$
    select p.id, p.version, p.wrapped, e.id, e.version
    from (select * from keyring.page q where q.class = p_class and q.month = p_month
            order by q.number desc limit 1 for share) p
        join keyring.epoch e on e.id = p.epoch_id
    where (select count(*) from keyring.leaf l where l.page_id = p.id) < p_most
$$;

-- One new page for each class and month at a time, whoever comes first.
create function keyring.hold_shelf(p_class text, p_month text) returns void
    language sql security definer set search_path = pg_catalog as $$
    select pg_advisory_xact_lock(7223602, hashtext(p_class || ' ' || p_month))
$$;

create function keyring.add_page(
    p_id uuid, p_version integer, p_class text, p_month text, p_epoch uuid, p_wrapped bytea) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.page (id, version, class, month, number, epoch_id, wrapped)
    select p_id, p_version, p_class, p_month, coalesce(max(q.number), 0) + 1, p_epoch, p_wrapped
    from keyring.page q where q.class = p_class and q.month = p_month
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
    newest bigint := (select max(number) from keyring.epoch);
begin
    delete from keyring.leaf where page_id = p_page and id = any (p_dead);
    get diagnostics changed = row_count;
    if changed <> cardinality(p_dead) then
        raise exception 'a leaf to be forgotten is not on its page';
    end if;
    -- The page's key may have been wrapped under an adopted root, by the database that was lost. A leaf that came back with a copy has its
    -- tombstone already, and its page's key was not wrapped again since, unless it is under a newer epoch here.
    insert into keyring.tombstone (leaf_id, order_id, epoch)
        select dead, p_order, greatest(newest, keyring.last_adopted()) from unnest(p_dead) dead
        on conflict (leaf_id) do update set epoch = greatest(tombstone.epoch, newest);
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
    where p.epoch_id in (select old.id from keyring.epoch old where old.id <> p_epoch) limit p_most for update of p skip locked
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

-- Shelves with several pages of so few leaves or fewer.
create function keyring.sparse_shelves(p_few integer) returns table (class text, month text)
    language sql stable security definer set search_path = pg_catalog as $$
    select p.class, p.month from keyring.page p
    where (select count(*) from (select from keyring.leaf l where l.page_id = p.id limit p_few + 1) counted) <= p_few
    group by p.class, p.month having count(*) > 1
$$;

-- Pages of a shelf with so few leaves or fewer that nobody else holds, held alone until the caller's transaction ends.
create function keyring.hold_sparse_pages(p_class text, p_month text, p_few integer, p_most integer)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language sql security definer set search_path = pg_catalog as $$
    select p.id, p.version, p.wrapped, e.id, e.version
    from keyring.page p join keyring.epoch e on e.id = p.epoch_id
    where p.class = p_class and p.month = p_month
        and (select count(*) from (select from keyring.leaf l where l.page_id = p.id limit p_few + 1) counted) <= p_few
    order by p.number limit p_most for update of p skip locked
$$;

-- One fresh page in place of several held ones of a shelf. All their leaves are named.
create function keyring.merge_pages(
    p_page uuid, p_version integer, p_epoch uuid, p_wrapped bytea,
    p_sources uuid[], p_leaves uuid[], p_wraps bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed integer;
begin
    insert into keyring.page (id, version, class, month, number, epoch_id, wrapped)
        select p_page, p_version, min(class), min(month), max(number), p_epoch, p_wrapped
        from keyring.page where id = any (p_sources)
        having count(*) = cardinality(p_sources) and count(distinct (class, month)) = 1;
    if not found then
        raise exception 'the pages to be merged are not all there, or not of one shelf';
    end if;
    update keyring.leaf l set page_id = p_page, wrapped = anew.wrapped
        from unnest(p_leaves, p_wraps) anew (id, wrapped) where l.id = anew.id and l.page_id = any (p_sources);
    get diagnostics changed = row_count;
    if changed <> cardinality(p_leaves) or exists (select from keyring.leaf where page_id = any (p_sources)) then
        raise exception 'a leaf of the merged pages was left behind';
    end if;
    delete from keyring.page where id = any (p_sources);
end $$;

-- After a restore -----------------------------------------------------------------------------------------------------

-- Tombstones from elsewhere; of several of one leaf that of the newest epoch.
create function keyring.remember_tombstones(
    p_leaves uuid[], p_orders uuid[], p_epochs bigint[], p_instants text[]) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.tombstone (leaf_id, order_id, epoch, destroyed_at)
    select distinct on (t.leaf) t.leaf, t.by, t.epoch, t.at
    from unnest(p_leaves, p_orders, p_epochs, p_instants::timestamptz[]) t (leaf, by, epoch, at)
    order by t.leaf, t.epoch desc
    on conflict (leaf_id) do update set epoch = greatest(tombstone.epoch, excluded.epoch)
$$;

create function keyring.page_ids() returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select p.id from keyring.page p order by p.id
$$;

-- This page, held alone until the caller's transaction ends.
create function keyring.hold_page(p_page uuid)
    returns table (id uuid, version integer, wrapped bytea, epoch_id uuid, epoch_version integer)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from keyring.page p where p.id = p_page for update;
    return query select p.id, p.version, p.wrapped, e.id, e.version
        from keyring.page p join keyring.epoch e on e.id = p.epoch_id where p.id = p_page;
end $$;

-- Leaves of a page that were forgotten and came back with a copy.
create function keyring.returned_to(p_page uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select l.id from keyring.leaf l join keyring.tombstone t on t.leaf_id = l.id where l.page_id = p_page
$$;

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

-- Tombstones ----------------------------------------------------------------------------------------------------------

-- Some that have no copy beside the ciphertext yet; another node's are left out.
create function keyring.tombstones_to_copy(p_most integer)
    returns table (leaf uuid, order_id uuid, epoch bigint, destroyed_at timestamptz)
    language sql security definer set search_path = pg_catalog as $$
    select t.leaf_id, t.order_id, t.epoch, t.destroyed_at from keyring.tombstone t
    where t.batch is null order by t.leaf_id limit p_most for update skip locked
$$;

create function keyring.tombstones_copied(p_leaves uuid[], p_batch uuid) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into keyring.batch (id) values (p_batch) on conflict do nothing;
    update keyring.tombstone set batch = p_batch where leaf_id = any (p_leaves)
$$;

create function keyring.unheard_batches(p_batches uuid[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select b from unnest(p_batches) b where not exists (select from keyring.batch k where k.id = b)
$$;

create function keyring.forgotten(p_leaves uuid[])
    returns table (leaf uuid, order_id uuid, epoch bigint, destroyed_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.leaf_id, t.order_id, t.epoch, t.destroyed_at from keyring.tombstone t where t.leaf_id = any (p_leaves)
$$;

create function keyring.held(p_leaves uuid[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select l.id from keyring.leaf l where l.id = any (p_leaves)
$$;

-- What became of an order: its tombstones, those without a copy, the newest epoch among them, the instant of the last.
create function keyring.order_state(p_order uuid)
    returns table (leaves bigint, uncopied bigint, epoch bigint, last_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*), count(*) filter (where t.batch is null), max(t.epoch), max(t.destroyed_at)
    from keyring.tombstone t where t.order_id = p_order
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
