-- The exit: what is asked for as a whole, by unit and classes, approved by two others for one receiver, and the packages that were sent.
-- Codes, days, accounts of the office and the receiver's certificate; nothing of any person. What is in a package is in no row.
create table archive.export (
    id uuid primary key,
    unit text not null,
    classes text[] not null,
    certificate text not null,
    as_of timestamptz not null check (as_of = date_trunc('second', as_of)),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    proposed_by text not null,
    proposed_role text not null
);
create table archive.export_approval (
    export_id uuid not null references archive.export,
    approved_by text not null,
    role text not null,
    approved_at timestamptz not null,
    primary key (export_id, approved_by)
);
create table archive.export_parcel (
    id uuid primary key,
    export_id uuid not null references archive.export,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes > 0),
    documents integer not null check (documents >= 0),
    cases integer not null check (cases >= 0),
    sent_at timestamptz not null
);
create index export_parcel_export on archive.export_parcel (export_id, sent_at);
grant select, insert on archive.export, archive.export_approval, archive.export_parcel to ${app};
-- A row is held while somebody approves, which takes the right to change something of it; what goes and to whom nobody changes.
grant update (proposed_role) on archive.export to ${app};

update archive.installation set schema_version = 16;
