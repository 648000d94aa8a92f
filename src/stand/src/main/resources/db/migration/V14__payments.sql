-- Payments of fees. A payment is a document of the case (kind payment_receipt, class RC-PAY) that the archive writes down itself. What the
-- clock of the service is computed from stands here too, sealed under that document's leaf: it dies with it. Documents and cases are named
-- without a foreign key: a document table that is lost and rebuilt finds what was paid.
create table archive.payment (
    document_id uuid primary key,
    case_id uuid not null,
    leaf_id uuid not null,
    sealed bytea not null
);
create index payment_case on archive.payment (case_id);
grant select, insert, delete on archive.payment to ${app};

update archive.installation set schema_version = 14;
