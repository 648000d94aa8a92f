-- The archive's tables. Run by the owner; the server's role (placeholder app) gets what it needs and no more.
-- Personal data stands here only sealed; in clear are random ids, codes, states, dates, and length and SHA-256 of ciphertext.

create schema archive;

create table archive.installation (
    only_one boolean primary key default true check (only_one),
    archive_id uuid not null default gen_random_uuid(),
    schema_version integer not null default 1,
    created_at timestamptz not null default now()
);
insert into archive.installation default values;

-- Keys that belong to the archive itself: index generations, idempotency, log details about nobody (one a month).
create table archive.service_key (
    name text primary key,
    leaf_id uuid not null
);

create table archive.data_subject (
    id uuid primary key,
    leaf_id uuid not null,
    sealed bytea not null,
    created_on date not null
);

-- One log key per person and calendar year; the counter is gapless because it moves in the act's own transaction.
-- It may outlive the person, where a hold or an incident names them.
create table archive.subject_log_key (
    subject_id uuid not null,
    calendar_year integer not null,
    leaf_id uuid not null,
    entries bigint not null default 0,
    primary key (subject_id, calendar_year)
);

create table archive.case_file (
    id uuid primary key,
    leaf_id uuid not null,
    service text,
    record_class text not null,
    unit text not null,
    officer text,
    channel text not null,
    source text not null,
    purpose text not null,
    basis text not null,
    policy_version integer not null,
    state text not null,
    received_at timestamptz not null,
    decide_by date,
    arises_from uuid references archive.case_file,
    access_code text not null,
    sealed bytea not null,
    revision integer not null
);
create index case_file_desk on archive.case_file (unit, officer, received_at);

create table archive.case_party (
    id uuid primary key,
    case_id uuid not null references archive.case_file,
    subject_id uuid not null references archive.data_subject,
    leaf_id uuid not null,
    role text not null,
    sealed bytea not null
);
create index case_party_case on archive.case_party (case_id);
create index case_party_subject on archive.case_party (subject_id);

create table archive.case_event (
    id uuid primary key,
    case_id uuid not null references archive.case_file,
    event_type text not null,
    outcome text,
    happened_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    for_review boolean not null
);
create index case_event_case on archive.case_event (case_id);

create table archive.document (
    id uuid primary key,
    case_id uuid not null references archive.case_file,
    version_id uuid not null unique,
    leaf_id uuid not null,
    kind text not null,
    record_class text not null,
    state text not null,
    reasons text[] not null,
    source text not null,
    channel text not null,
    purpose text not null,
    basis text not null,
    policy_version integer not null,
    received_at timestamptz not null,
    replaces uuid references archive.document,
    sealed_length bigint not null,
    sealed_sha256 bytea not null check (length(sealed_sha256) = 32),
    segments integer not null check (segments > 0),
    duplicate_token bytea not null check (length(duplicate_token) = 16),
    about bytea not null,
    findings bytea,
    revision integer not null
);
create index document_case on archive.document (case_id, kind);

-- 24 hours of Idempotency-Key, kept as HMAC; the body likewise.
create table archive.idempotency (
    token bytea primary key check (length(token) = 16),
    body bytea not null check (length(body) = 16),
    document_id uuid not null,
    expires_at timestamptz not null
);
create index idempotency_expiry on archive.idempotency (expires_at);

-- Failed attempts: access codes by number and network, log-ins by user. Tokens are HMAC; no name is kept.
create table archive.attempt (
    token bytea primary key check (length(token) = 16),
    failures integer not null,
    since timestamptz not null
);

-- The log. An entry arrives in the transaction of the act it records. The sequencer moves what arrived, a batch at a time and in the order
-- of random ids, to its place: a row of the log shares neither transaction nor position nor order with the rows of its act.
-- The public part of an entry stands beside it in columns, so that the log can be filtered.
create table archive.log_arrival (
    entry_id uuid primary key,
    recorded_at timestamptz not null check (recorded_at = date_trunc('second', recorded_at)),
    actor bytea not null check (length(actor) = 16),
    role text not null,
    action text not null,
    purpose text not null,
    outcome text not null,
    tag bytea not null check (length(tag) = 32),
    leaf bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, vacuum_truncate = false);
create index log_arrival_age on archive.log_arrival (recorded_at);

-- Kept for ever. The entry's id is the beginning of its salt, so that a lost row can be made anew from the leaf.
create table archive.log_index (
    seq bigint primary key check (seq >= 0),
    entry_id uuid not null unique,
    leaf_hash bytea not null check (length(leaf_hash) = 32)
);
-- Kept for the log's term. A tag that comes twice is for the auditor to see; it must not stop the log, so its index is not unique.
create table archive.log_entry (
    seq bigint primary key check (seq >= 0),
    recorded_at timestamptz not null,
    actor bytea not null,
    role text not null,
    action text not null,
    purpose text not null,
    outcome text not null,
    tag bytea not null,
    leaf bytea not null
);
create index log_entry_tag on archive.log_entry (tag);

-- The tree over log_index: its size, its root, and its compact range (muhafiz.proof.tree.CompactRange: size, roots of complete subtrees).
create table archive.log_head (
    only_one boolean primary key default true check (only_one),
    size bigint not null default 0 check (size >= 0),
    root bytea not null default sha256('') check (length(root) = 32),
    frontier bytea not null default '\x0000000000000000' check (length(frontier) = 8 + 32 * bit_count(int8send(size))),
    fence bigint not null default 0,
    advanced_at timestamptz not null default now()
);
insert into archive.log_head default values;
-- Roots of complete tiles: at level L (1, 2, ...) of 256^L entries.
create table archive.log_subtree (
    level smallint check (level between 1 and 7),
    index bigint check (index >= 0),
    hash bytea not null check (length(hash) = 32),
    primary key (level, index)
);
-- Checkpoints as they were shown: C2SP signed notes.
create table archive.log_checkpoint (
    size bigint primary key check (size >= 0),
    note text not null,
    published_at timestamptz not null default now()
);
-- The log's keys: vkey lines, and the entry that tells of each. A key signs from the tree size on that its change names; the statement
-- of it is signed by the key before (empty where that was lost) and by this one. The first key needs none.
create table archive.log_key (
    number integer primary key check (number >= 1),
    vkey text not null,
    entry_id uuid not null,
    made_at timestamptz not null default now()
);
create table archive.log_key_change (
    number integer primary key references archive.log_key,
    size bigint not null check (size >= 1),
    statement text not null
);
create table archive.log_lease (
    only_one boolean primary key default true check (only_one),
    holder uuid,
    fence bigint not null default 0,
    held_until timestamptz not null default '-infinity',
    to_mend integer[] not null default '{}'
);
insert into archive.log_lease default values;

-- Keyed blind index. UNLOGGED: in no base backup and no WAL; the generation says when it is complete.
create table archive.index_generation (
    id uuid primary key,
    leaf_id uuid not null,
    state text not null check (state in ('building', 'serving')),
    expected bigint not null,
    made_at timestamptz not null
);
create unlogged table archive.blind_index (
    generation uuid not null,
    token bytea not null check (length(token) = 16),
    case_id uuid not null,
    primary key (generation, token, case_id)
);

-- db-scheduler 16, PostgreSQL form.
create table archive.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on archive.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on archive.scheduled_tasks (last_heartbeat);

-- What the server may do. The log: insert and read; what else happens to it happens through the functions below.
grant usage on schema archive to ${app};
grant select on archive.installation to ${app};
grant select, insert, update, delete on
    archive.service_key, archive.data_subject, archive.subject_log_key, archive.case_file, archive.case_party,
    archive.case_event, archive.document, archive.idempotency, archive.attempt, archive.index_generation,
    archive.blind_index, archive.scheduled_tasks to ${app};
grant select, insert on archive.log_arrival, archive.log_subtree, archive.log_key, archive.log_key_change to ${app};
grant select on archive.log_index, archive.log_entry, archive.log_head, archive.log_checkpoint to ${app};
grant select, update on archive.log_lease to ${app};

-- Insert-only holds for the owner's slips too; what moves or prunes says so.
create function archive.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('muhafiz.log_change', true) = tg_table_name then
        return null;
    end if;
    raise exception 'the log is insert-only' using errcode = 'insufficient_privilege';
end $$;
create trigger log_arrival_insert_only before update or delete or truncate on archive.log_arrival
    for each statement execute function archive.refuse_change();
create trigger log_entry_insert_only before update or delete or truncate on archive.log_entry
    for each statement execute function archive.refuse_change();
create trigger log_index_insert_only before update or delete or truncate on archive.log_index
    for each statement execute function archive.refuse_change();
create trigger log_subtree_insert_only before update or delete or truncate on archive.log_subtree
    for each statement execute function archive.refuse_change();
create trigger log_key_insert_only before update or delete or truncate on archive.log_key
    for each statement execute function archive.refuse_change();
create trigger log_key_change_insert_only before update or delete or truncate on archive.log_key_change
    for each statement execute function archive.refuse_change();
create trigger log_checkpoint_insert_only before update or delete or truncate on archive.log_checkpoint
    for each statement execute function archive.refuse_change();

-- Holds the lease's row for this holder and fence, until the transaction ends.
create function archive.log_hold(p_holder uuid, p_fence bigint) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform from archive.log_lease l where l.holder = p_holder and l.fence = p_fence for update;
    if not found then
        raise exception 'the lease of the log is another''s' using errcode = 'object_not_in_prerequisite_state';
    end if;
end $$;

-- Gives at most so many arrived entries the next places.
create function archive.log_move(p_holder uuid, p_fence bigint, p_most integer) returns table (seq bigint, entry_id uuid, leaf_hash bytea)
    language plpgsql security definer
    set search_path = pg_catalog set enable_seqscan = off as $$
declare
    v_size bigint;
begin
    perform archive.log_hold(p_holder, p_fence);
    select coalesce(max(i.seq), -1) + 1 into v_size from archive.log_index i;
    perform set_config('muhafiz.log_change', 'log_arrival', true);
    return query
        with taken as (
            delete from archive.log_arrival a where a.entry_id = any (array(
                select f.entry_id from archive.log_arrival f order by f.entry_id limit p_most))
            returning a.*),
        placed as (
            select v_size - 1 + row_number() over (order by t.entry_id) as place, sha256('\x00'::bytea || t.leaf) as hash, t.*
            from taken t),
        kept as (
            insert into archive.log_entry (seq, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
            select p.place, p.recorded_at, p.actor, p.role, p.action, p.purpose, p.outcome, p.tag, p.leaf from placed p order by p.place),
        indexed as (
            insert into archive.log_index (seq, entry_id, leaf_hash)
            select p.place, p.entry_id, p.hash from placed p order by p.place
            returning log_index.seq, log_index.entry_id, log_index.leaf_hash)
        select i.seq, i.entry_id, i.leaf_hash from indexed i order by i.seq;
    perform set_config('muhafiz.log_change', '', true);
end $$;

-- Whether anything has arrived, and since when. By index whatever the planner believes: what was moved leaves dead rows until the next vacuum.
create function archive.log_waiting() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
begin
    return exists (select from archive.log_arrival a where a.entry_id >= '00000000-0000-0000-0000-000000000000');
end $$;
create function archive.log_oldest_waiting() returns timestamptz
    language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off as $$
begin
    return (select a.recorded_at from archive.log_arrival a order by a.recorded_at limit 1);
end $$;

-- Puts an entry back at its place that a restored database has lost; the next place only.
create function archive.log_put_back(p_holder uuid, p_fence bigint, p_seq bigint, p_entry_id uuid, p_recorded_at timestamptz, p_actor bytea,
    p_role text, p_action text, p_purpose text, p_outcome text, p_tag bytea, p_leaf bytea) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform archive.log_hold(p_holder, p_fence);
    if p_seq <> (select coalesce(max(i.seq), -1) + 1 from archive.log_index i) then
        raise exception 'not the next place of the log' using errcode = 'object_not_in_prerequisite_state';
    end if;
    perform set_config('muhafiz.log_change', 'log_arrival', true);
    delete from archive.log_arrival a where a.entry_id = p_entry_id;
    perform set_config('muhafiz.log_change', '', true);
    insert into archive.log_entry (seq, recorded_at, actor, role, action, purpose, outcome, tag, leaf)
    values (p_seq, p_recorded_at, p_actor, p_role, p_action, p_purpose, p_outcome, p_tag, p_leaf);
    insert into archive.log_index (seq, entry_id, leaf_hash) values (p_seq, p_entry_id, sha256('\x00'::bytea || p_leaf));
end $$;

-- The head moves on only from where its mover saw it, only forward, only with the lease, and only to what the index holds.
create function archive.log_advance(p_holder uuid, p_fence bigint, p_from bigint, p_from_root bytea,
    p_size bigint, p_root bytea, p_frontier bytea) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform archive.log_hold(p_holder, p_fence);
    update archive.log_head h
    set size = p_size, root = p_root, frontier = p_frontier, fence = p_fence, advanced_at = clock_timestamp()
    where h.size = p_from and h.root = p_from_root and p_size > p_from and h.fence <= p_fence
        and p_size = (select max(i.seq) + 1 from archive.log_index i);
    return found;
end $$;

-- Shows a checkpoint: larger than all before, no larger than the tree.
create function archive.log_publish(p_holder uuid, p_fence bigint, p_size bigint, p_note text) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform archive.log_hold(p_holder, p_fence);
    insert into archive.log_checkpoint (size, note) select p_size, p_note
    where p_size <= (select h.size from archive.log_head h)
        and p_size > (select coalesce(max(c.size), 0) from archive.log_checkpoint c);
    return found;
end $$;

-- Strikes out entries below a place, all written before a moment at least a year ago; their hashes stay. How many there were.
create function archive.log_prune(p_below bigint, p_before timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    v_pruned bigint;
begin
    if p_before > now() - interval '1 year'
        or exists (select from archive.log_entry e where e.seq < p_below and e.recorded_at >= p_before) then
        raise exception 'entries younger than that are kept' using errcode = 'object_not_in_prerequisite_state';
    end if;
    perform set_config('muhafiz.log_change', 'log_entry', true);
    delete from archive.log_entry e where e.seq < p_below;
    get diagnostics v_pruned = row_count;
    perform set_config('muhafiz.log_change', '', true);
    return v_pruned;
end $$;

revoke execute on function archive.log_hold, archive.log_waiting, archive.log_oldest_waiting, archive.log_move, archive.log_put_back,
    archive.log_advance, archive.log_publish, archive.log_prune from public;
grant execute on function archive.log_waiting, archive.log_oldest_waiting, archive.log_move, archive.log_put_back, archive.log_advance,
    archive.log_publish, archive.log_prune to ${app};
