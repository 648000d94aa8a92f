-- Evidence (RFC 4998). A document's record is its own row and goes with the document; what it says of neighbours is one hash that is no
-- document's and no key's. There is no foreign key: a document table that was lost and written anew keeps the evidence it had.

create table archive.document_evidence (
    document_id uuid primary key,
    stamped_at timestamptz not null,
    ends_at timestamptz not null,
    hash text not null check (hash in ('SHA-256', 'SHA-512')),
    record bytea not null
);
create index document_evidence_end on archive.document_evidence (ends_at);
create index document_evidence_newest on archive.document_evidence (stamped_at);

-- The newest checkpoint of each day, as it was shown, and its time stamp. Kept as long as the log's hashes.
create table archive.log_evidence (
    day date primary key,
    size bigint not null check (size >= 0),
    note text not null,
    stamped_at timestamptz not null,
    ends_at timestamptz not null,
    hash text not null check (hash in ('SHA-256', 'SHA-512')),
    record bytea not null,
    -- Whether note and record lie in the bucket too, below log/timestamps/.
    copied boolean not null default false
);

grant select, insert, update, delete on archive.document_evidence to ${app};
grant select, insert, update on archive.log_evidence to ${app};

update archive.installation set schema_version = 6;
