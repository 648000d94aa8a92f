-- Retention: when each document and each case ends and by which rule; holds and restrictions, which stop what would happen then.

-- An end is a day with what happens then; or the event it waits for, and then it is on the review list; or the item is kept, because it
-- holds no personal data. Nothing is without a rule. What was filed before waits until the ends are computed.
alter table archive.document
    add column retention_rule text,
    add column retention_end date,
    add column retention_waits text,
    add column disposal text;
update archive.document set retention_rule = record_class, retention_waits = 'computation';
alter table archive.document
    alter column retention_rule set not null,
    add constraint document_has_a_class check (record_class <> '' and retention_rule <> ''),
    add constraint document_ends_waits_or_is_kept check (
        case when retention_end is not null then retention_waits is null and disposal in ('shred', 'archive', 'review', 'anonymise')
             when retention_waits is not null then retention_waits <> '' and disposal is null
             else disposal is not distinct from 'keep' end);
create index document_due on archive.document (retention_end, id) where retention_end is not null;
create index document_on_review on archive.document (record_class, retention_waits) where retention_waits is not null;

-- The latest upload, event or payment so far: what it was may be destroyed, that it happened still counts.
alter table archive.case_file
    add column last_action_at timestamptz,
    add column retention_rule text,
    add column retention_end date,
    add column retention_waits text,
    add column disposal text;
update archive.case_file set retention_rule = record_class, retention_waits = 'computation';
alter table archive.case_file
    alter column retention_rule set not null,
    add constraint case_has_a_class check (record_class <> '' and retention_rule <> ''),
    add constraint case_ends_waits_or_is_kept check (
        case when retention_end is not null then retention_waits is null and disposal in ('shred', 'archive', 'review', 'anonymise')
             when retention_waits is not null then retention_waits <> '' and disposal is null
             else disposal is not distinct from 'keep' end);
create index case_file_due on archive.case_file (retention_end, id) where retention_end is not null;

-- The ends of all cases are computed anew when a policy version takes effect, some at a time; this is how far that is.
create table archive.recomputation (
    policy_version integer primary key check (policy_version >= 1),
    begun_at timestamptz not null,
    after_case uuid not null default '00000000-0000-0000-0000-000000000000',
    documents bigint not null default 0 check (documents >= 0),
    moved bigint not null default 0 check (moved between 0 and documents),
    finished_at timestamptz
);

-- A legal hold on documents, or on a whole case with whatever is filed there later. Authority and ground are sealed. It stands until two
-- persons release it; whoever placed it may ask for that, and another carries it out. Items name documents without a foreign key: a
-- document table that is lost and rebuilt comes back held.
create table archive.hold (
    id uuid primary key,
    case_id uuid references archive.case_file,
    leaf_id uuid not null,
    sealed bytea not null,
    placed_at timestamptz not null,
    placed_by text not null,
    review_on date not null,
    release_asked_by text,
    released_at timestamptz,
    released_by text,
    check ((released_at is null) = (released_by is null)),
    check (released_by is null or (release_asked_by is not null and released_by <> release_asked_by and released_by <> placed_by))
);
create index hold_of_case on archive.hold (case_id) where case_id is not null;
create index hold_review on archive.hold (review_on, id) where released_at is null;
create table archive.hold_item (
    hold_id uuid not null references archive.hold,
    document_id uuid not null,
    primary key (hold_id, document_id)
);
create index hold_item_document on archive.hold_item (document_id);

-- A restriction of documents, or of a whole case with whatever is filed there later. What it comes from is a code: a request's number, or
-- "rebuild/<id>". The document's own two columns say which of its restrictions has stood longest.
create table archive.restriction (
    id uuid primary key,
    because text not null unique check (because <> ''),
    case_id uuid references archive.case_file,
    since timestamptz not null,
    imposed_by text not null,
    noticed_on date,
    lifted_at timestamptz,
    lifted_by text,
    check ((lifted_at is null) = (lifted_by is null))
);
create index restriction_of_case on archive.restriction (case_id) where case_id is not null;
create index restriction_standing on archive.restriction (since, id) where lifted_at is null;
create table archive.restriction_item (
    restriction_id uuid not null references archive.restriction,
    document_id uuid not null,
    primary key (restriction_id, document_id)
);
create index restriction_item_document on archive.restriction_item (document_id);
insert into archive.restriction (id, because, since, imposed_by)
    select gen_random_uuid(), restricted_because, min(restricted_since), 'muhafiz' from archive.document
    where restricted_because is not null group by restricted_because;
insert into archive.restriction_item (restriction_id, document_id)
    select r.id, d.id from archive.document d join archive.restriction r on r.because = d.restricted_because;

-- What an order named and could not take, because a hold or a restriction stood against it.
create table archive.destruction_skipped (
    order_id uuid not null references archive.destruction_order,
    kind text not null check (kind in ('document', 'case', 'person')),
    target_id uuid not null,
    rule text not null,
    skipped_at timestamptz not null,
    primary key (order_id, kind, target_id)
);

grant select, insert, update on archive.recomputation to ${app};
grant select, insert, update, delete on archive.hold, archive.restriction to ${app};
grant select, insert, delete on archive.hold_item, archive.restriction_item to ${app};
grant select, insert on archive.destruction_skipped to ${app};

update archive.installation set schema_version = 9;
