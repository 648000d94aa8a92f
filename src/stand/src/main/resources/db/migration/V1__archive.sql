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
create table archive.subject_log_key (
    subject_id uuid not null references archive.data_subject,
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

-- The log. Rows are only ever inserted; a place in the log is a row of log_index.
create table archive.log_entry (
    id uuid primary key,
    leaf bytea not null
);
create table archive.log_pending (
    entry_id uuid primary key,
    arrival bigint not null generated always as identity
);
create table archive.log_index (
    seq bigint primary key check (seq >= 0),
    entry_id uuid not null unique references archive.log_entry,
    leaf_hash bytea not null check (length(leaf_hash) = 32)
);
create table archive.log_lease (
    only_one boolean primary key default true check (only_one),
    holder uuid,
    fence bigint not null default 0,
    held_until timestamptz not null default '-infinity'
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

-- What the server may do. The log: insert and read, nothing else.
grant usage on schema archive to ${app};
grant select on archive.installation to ${app};
grant select, insert, update, delete on
    archive.service_key, archive.data_subject, archive.subject_log_key, archive.case_file, archive.case_party,
    archive.case_event, archive.document, archive.idempotency, archive.attempt, archive.index_generation,
    archive.blind_index, archive.scheduled_tasks to ${app};
grant select, insert on archive.log_entry, archive.log_index to ${app};
grant select, insert, delete on archive.log_pending to ${app};
grant select, update on archive.log_lease to ${app};

-- Insert-only holds for the owner's slips too.
create function archive.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is insert-only' using errcode = 'insufficient_privilege';
end $$;
create trigger log_entry_insert_only before update or delete or truncate on archive.log_entry
    for each statement execute function archive.refuse_change();
create trigger log_index_insert_only before update or delete or truncate on archive.log_index
    for each statement execute function archive.refuse_change();
