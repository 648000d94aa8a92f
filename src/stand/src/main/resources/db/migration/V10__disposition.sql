-- Disposition: what is due is proposed as a frozen list, approved by two others, destroyed, and told of in an act. Random ids, codes,
-- days, accounts of the office and hashes of ciphertext; nothing of any person.

create table archive.disposition (
    id uuid primary key,
    as_of date not null,
    classes text[] not null,
    at_once boolean not null,
    copies_stated boolean not null,
    policy_version integer not null,
    proposed_by text not null,
    proposed_role text not null,
    proposed_at timestamptz not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    state text not null check (state in ('proposed', 'approved', 'ended')),
    act text,
    act_at timestamptz,
    check ((act is null) = (act_at is null))
);

create table archive.disposition_item (
    disposition_id uuid not null references archive.disposition,
    item_id uuid not null,
    kind text not null check (kind in ('document', 'case')),
    document_kind text,
    case_id uuid not null,
    unit text not null,
    record_class text not null,
    rule text not null,
    ends_on date not null,
    disposal text not null check (disposal in ('shred', 'archive')),
    sealed_sha256 text check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
    leaf_id uuid not null,
    state text not null check (state in ('frozen', 'dropped', 'to-transfer', 'ordered', 'destroyed', 'transferred')),
    dropped_because text,
    order_id uuid references archive.destruction_order,
    primary key (disposition_id, item_id),
    check ((kind = 'document') = (sealed_sha256 is not null)),
    check ((state = 'dropped') = (dropped_because is not null)),
    check ((state in ('ordered', 'destroyed', 'transferred')) = (order_id is not null))
);
create index disposition_item_order on archive.disposition_item (order_id) where order_id is not null;

create table archive.disposition_approval (
    disposition_id uuid not null references archive.disposition,
    approved_by text not null,
    role text not null,
    approved_at timestamptz not null,
    primary key (disposition_id, approved_by)
);

-- What was handed over: the hash of the encrypted package, and the receipt that names it.
create table archive.disposition_parcel (
    id uuid primary key,
    disposition_id uuid not null references archive.disposition,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes > 0),
    items integer not null check (items > 0),
    sent_at timestamptz not null,
    receipt text,
    received_at timestamptz,
    unique (disposition_id, sha256),
    check ((receipt is null) = (received_at is null))
);

-- A case that goes because its last document went is left alone while one is there.
alter table archive.destruction_target drop constraint destruction_target_kind_check,
    add check (kind in ('document', 'case', 'empty-case', 'person'));

alter table archive.destruction_skipped drop constraint destruction_skipped_kind_check,
    add check (kind in ('document', 'case', 'empty-case', 'person'));

-- Marked at once: copies of its keys are put out of reach by an emergency rotation.
alter table archive.destruction_order add column at_once boolean not null default false;

-- A unit was told that a file of its own ends soon: once for each case, rule and end. It names the case without a foreign key, and is
-- forgotten with it.
create table archive.pre_notice (
    id uuid primary key,
    case_id uuid not null,
    unit text not null,
    record_class text not null,
    rule text not null,
    ends_on date not null,
    told_at timestamptz not null,
    unique (case_id, rule, ends_on)
);
create index pre_notice_unit on archive.pre_notice (unit, id);

grant select, insert, delete on archive.pre_notice to ${app};
grant select, insert, update on archive.disposition, archive.disposition_item, archive.disposition_parcel to ${app};
grant select, insert on archive.disposition_approval to ${app};

update archive.installation set schema_version = 10;
