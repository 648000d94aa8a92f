-- What people say of a document after it came, sealed under the document's leaf: whether its original was shown, under what it was filed before.
create table archive.document_word (
    document_id uuid not null,
    number integer not null check (number >= 1),
    id uuid not null unique,
    what text not null check (what in ('original', 'classification')),
    sealed bytea not null,
    primary key (document_id, number)
);
grant select, insert, delete on archive.document_word to ${app};

update archive.installation set schema_version = 26;
