-- A document as the answer to a request hands it out: drawn anew without what is another's, as a PDF of pictures. Each is sealed under a
-- leaf of its own, which dies with the document (no foreign key: documents can be lost and rebuilt), with the request, or when a later one takes its place. In clear: random ids, ground, day.
create table archive.redaction (
    id uuid primary key,
    request_id uuid not null references archive.request on delete cascade,
    document_id uuid not null,
    ground text not null,
    leaf_id uuid not null,
    about bytea not null,
    sealed bytea not null check (octet_length(sealed) <= 12582912),
    made_at timestamptz not null,
    unique (request_id, document_id)
);
create index redaction_document on archive.redaction (document_id);

alter table archive.redaction enable row level security;
create policy caller on archive.redaction to ${app}
    using (exists (select from archive.document d where d.id = document_id))
    with check ((select archive.said('caller')) is not null);
create policy background on archive.redaction to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
grant select, insert, delete on archive.redaction to ${app};

update archive.installation set schema_version = 23;
