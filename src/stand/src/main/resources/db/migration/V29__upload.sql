-- Documents that come in parts (tus 1.0). An upload's kind, true length and progress are sealed under a leaf of its own, and so are its parts,
-- whose objects bear its id as their version. The leaf dies once the document is filed, and with whatever is abandoned. The document
-- is named before its row is written: of two that complete an upload at once, one goes no further.
create table archive.upload (
    id uuid primary key,
    case_id uuid not null references archive.case_file on delete cascade,
    sender bytea not null check (length(sender) = 16),
    state text not null check (state in ('open', 'filed', 'over')),
    leaf_id uuid check (leaf_id is not null or state <> 'open'),
    about bytea not null,
    received bytea not null,
    parts integer not null check (parts >= 0),
    reserved bigint not null check (reserved > 0),
    begun_at timestamptz not null,
    ends_at timestamptz not null,
    document_id uuid references archive.document on delete cascade deferrable initially deferred,
    check ((state = 'filed') = (document_id is not null))
);
create index upload_case on archive.upload (case_id);
create index upload_document on archive.upload (document_id) where document_id is not null;
create index upload_sender on archive.upload (sender) where state = 'open';
create index upload_ends on archive.upload (ends_at);

create table archive.upload_part (
    upload_id uuid not null references archive.upload on delete cascade,
    number integer not null check (number >= 0),
    attempt uuid not null,
    sealed_length integer not null check (sealed_length > 0),
    primary key (upload_id, number)
);
grant select, insert, update, delete on archive.upload to ${app};
grant select, insert, delete on archive.upload_part to ${app};

update archive.installation set schema_version = 29;
