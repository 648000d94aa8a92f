-- What custody of the keys knows beside the key ring: clocks that were believed, what waits for a second custodian, backups of keys.

-- The clock as it was last believed, and the newest witness that two persons have set aside since.
create table archive.clock (
    only_one boolean primary key default true check (only_one),
    believed_at timestamptz,
    set_aside timestamptz
);
insert into archive.clock default values;

-- One of each kind at a time: the second custodian must know what is confirmed.
create table archive.custody_request (
    what text primary key,
    because text[] not null,
    asked_by text not null,
    asked_at timestamptz not null
);

-- Copies of the key ring. A kind of 'key' is a dump of it, 'physical' a copy of the whole database.
create table archive.backup (
    id bigint primary key generated always as identity,
    kind text not null check (kind in ('data', 'key', 'physical')),
    made_at timestamptz not null,
    newest_epoch bigint not null
);

grant select, update on archive.clock to ${app};
grant select, insert, update, delete on archive.custody_request to ${app};
grant select, insert on archive.backup to ${app};

update archive.installation set schema_version = 3;
