-- What the archive says to people and hears from them beside their files: notices, consents, letters, technical data.

-- The outbox of notices. about_id is the case, request or disclosure that it is about; whom it is for and what it says stands sealed under
-- the notice's own leaf, which dies with what it is about, or, where it holds an address, as soon as it was sent. A notice to a unit holds
-- nothing of any person and has no leaf.
create table archive.notice (
    id uuid primary key,
    template text not null,
    text_version integer not null,
    language text not null check (language in ('az', 'en', 'ru')),
    kind text not null check (kind in ('case', 'known', 'unit')),
    about_id uuid check ((about_id is null) = (kind = 'unit')),
    unit text check ((unit is null) = (kind <> 'unit')),
    leaf_id uuid,
    sealed bytea check ((sealed is null) = (leaf_id is null)),
    state text not null check (state in ('queued', 'sent', 'failed', 'shown')),
    tries integer not null default 0 check (tries >= 0),
    queued_at timestamptz not null check (queued_at = date_trunc('second', queued_at)),
    due_at timestamptz not null,
    done_at timestamptz
);
create index notice_about on archive.notice (about_id);
create index notice_due on archive.notice (id) where state in ('queued', 'failed');
create index notice_unit on archive.notice (unit, id) where unit is not null;
create index case_file_late on archive.case_file (id) where state in ('open', 'deficient', 'in-work') and decide_by is not null;
grant select, insert, update, delete on archive.notice to ${app};

-- Consents. Who gave it, to what, and the address are sealed, the address under a leaf of its own; a token of the cabinet finds a person's own.
-- When it ends all of that goes at once, by an order: what stays are random ids, codes and dates. subject_id is a
-- person of data_subject whom no case names: the log's entries about this consent are that person's, and the same order ends it.
create table archive.consent (
    id uuid primary key,
    purpose text not null,
    record_class text not null,
    policy_version integer not null,
    language text not null check (language in ('az', 'en', 'ru')),
    subject_id uuid not null,
    cabinet bytea check (length(cabinet) = 16),
    leaf_id uuid,
    sealed bytea check ((sealed is null) = (leaf_id is null)),
    address_leaf_id uuid,
    address bytea check ((address is null) = (address_leaf_id is null)),
    given_at timestamptz not null check (given_at = date_trunc('second', given_at)),
    valid_until date,
    ended_at timestamptz check (ended_at = date_trunc('second', ended_at)),
    ended_by text check (ended_by in ('withdrawn', 'expired')),
    order_id uuid,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (order_id is null)),
    check (ended_at is null or (leaf_id is null and address_leaf_id is null and cabinet is null))
);
create index consent_standing on archive.consent (purpose, id) where ended_at is null;
create index consent_cabinet on archive.consent (cabinet) where ended_at is null;
create index consent_ends on archive.consent (valid_until) where ended_at is null and valid_until is not null;
grant select, insert, update on archive.consent to ${app};

-- Technical data (class RC-TECH), sealed under its day's key (a service key), which dies when the day's term is over. It names no case and no
-- person. What stays is how many items there were in each month.
create table archive.technical_item (
    id uuid primary key,
    day date not null,
    captured_at timestamptz not null check (captured_at = date_trunc('second', captured_at)),
    sealed bytea not null
);
create index technical_item_day on archive.technical_item (day);
create table archive.technical_count (
    month date primary key check (month = date_trunc('month', month)),
    items bigint not null check (items >= 0)
);
grant select, insert, delete on archive.technical_item to ${app};
grant select, insert, update on archive.technical_count to ${app};

update archive.installation set schema_version = 20;
