-- Disclosures: what was given out, to whom, on what ground, and the agreements they rest on. In clear: random ids, codes, states, days,
-- accounts of the office and hashes of ciphertext. Recipient, basis, fields, documents and the reason of a secrecy are sealed under a
-- leaf of the disclosure's own, which lives as long as its class (RC-DISC); what a package is made from has a leaf that dies with it.
create table archive.agreement (
    id text not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    version integer not null check (version > 0),
    body text not null,
    act text not null,
    article text not null,
    purpose text not null,
    fields text[] not null check (cardinality(fields) > 0),
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    adequacy text,
    stated_by text not null,
    stated_at timestamptz not null,
    primary key (id, version)
);
create table archive.disclosure (
    id uuid primary key,
    ground text not null,
    policy_version integer not null,
    special boolean not null,
    leaf_id uuid not null,
    sealed bytea not null,
    packing_leaf_id uuid,
    packing bytea,
    proposed_by text not null,
    proposed_role text not null,
    proposed_at timestamptz not null,
    until timestamptz not null,
    approved_at timestamptz,
    disclosed_at timestamptz,
    recalled_at timestamptz,
    recalled_by text,
    secret_until date,
    check ((packing_leaf_id is null) = (packing is null)),
    check ((recalled_at is null) = (recalled_by is null))
);
create index disclosure_secret on archive.disclosure (secret_until, id) where secret_until is not null;
create index disclosure_open on archive.disclosure (until) where packing_leaf_id is not null;
create table archive.disclosure_approval (
    disclosure_id uuid not null references archive.disclosure on delete cascade,
    approved_by text not null,
    role text not null,
    approved_at timestamptz not null,
    primary key (disclosure_id, approved_by),
    unique (disclosure_id, role)
);
-- Without a reference to documents and persons: a table that is lost and rebuilt finds them again. They go with the document and with the
-- person; the sealed register keeps which documents there were.
create table archive.disclosure_item (
    disclosure_id uuid not null references archive.disclosure on delete cascade,
    document_id uuid not null,
    primary key (disclosure_id, document_id)
);
create index disclosure_item_document on archive.disclosure_item (document_id);
create table archive.disclosure_person (
    disclosure_id uuid not null references archive.disclosure on delete cascade,
    subject_id uuid not null,
    primary key (disclosure_id, subject_id)
);
create index disclosure_person_subject on archive.disclosure_person (subject_id);
create table archive.disclosure_parcel (
    id uuid primary key,
    disclosure_id uuid not null references archive.disclosure on delete cascade,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes > 0),
    sent_at timestamptz not null
);
create index disclosure_parcel_disclosure on archive.disclosure_parcel (disclosure_id);
-- Recipients who are to be told that something they were given was recalled, corrected, restricted or destroyed.
create table archive.disclosure_notice (
    disclosure_id uuid not null references archive.disclosure on delete cascade,
    because text not null check (because in ('recalled', 'corrected', 'restricted', 'destroyed')),
    since date not null,
    told_at timestamptz,
    primary key (disclosure_id, because, since)
);
create index disclosure_notice_open on archive.disclosure_notice (since) where told_at is null;
grant select, insert on archive.agreement to ${app};
grant select, insert, update, delete on archive.disclosure to ${app};
grant select, insert, delete on archive.disclosure_approval, archive.disclosure_item, archive.disclosure_person,
    archive.disclosure_parcel to ${app};
grant select, insert, update, delete on archive.disclosure_notice to ${app};

update archive.installation set schema_version = 19;
