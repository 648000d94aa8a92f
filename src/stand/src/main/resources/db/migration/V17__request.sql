-- Requests of persons: one register for every channel. Who asks, for whom, what, and what was decided of which items is sealed under a
-- leaf of the request's own, which outlives the person by its class's term and no longer. In clear: number (random), codes, states, days.
create table archive.request (
    id uuid primary key,
    number text not null unique,
    kind text not null,
    channel text not null,
    capacity text not null,
    state text not null,
    received_at timestamptz not null,
    policy_version integer not null,
    refuse_by date,
    answer_by date,
    level text not null check (level in ('L0', 'L1', 'L2')),
    outcome text,
    ground text,
    decided_at timestamptz,
    closed_at timestamptz,
    leaf_id uuid not null,
    sealed bytea not null,
    check ((outcome is null) = (decided_at is null)),
    check (closed_at is null or state in ('answered', 'closed'))
);
create index request_open on archive.request (refuse_by, answer_by, id)
    where state in ('received', 'asked-for-proof', 'identified', 'waiting');
create index request_closed on archive.request (closed_at, id) where closed_at is not null;

-- A restriction by one request may reach several cases of the person.
alter table archive.restriction drop constraint restriction_because_key;
create unique index restriction_origin on archive.restriction
    (because, coalesce(case_id, '00000000-0000-0000-0000-000000000000'));

-- An objection stops one purpose in one case, from its receipt on; everything else goes on.
create table archive.objection (
    case_id uuid not null references archive.case_file,
    purpose text not null,
    because text not null,
    since timestamptz not null,
    imposed_by text not null,
    lifted_at timestamptz,
    primary key (case_id, purpose, because)
);

grant select, insert, update, delete on archive.objection to ${app};
grant select, insert, update, delete on archive.request to ${app};

-- What a request says of persons dies with them, once they have its answer.
alter table archive.destruction_target drop constraint destruction_target_kind_check,
    add constraint destruction_target_kind_check check (kind in ('document', 'case', 'empty-case', 'person', 'request'));

update archive.installation set schema_version = 17;
