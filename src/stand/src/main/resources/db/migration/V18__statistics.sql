-- Counters that name nobody and outlive the files (policy, statistics). A counter lies in several slots, so that registrations of one unit
-- do not wait for each other. A period is a month, or a label that only the loader gives.
create table archive.tally (
    period text not null,
    row_code text not null,
    source text not null,
    unit text not null,
    slot smallint not null,
    count bigint not null check (count > 0),
    primary key (period, row_code, source, unit, slot)
);
grant select, insert on archive.tally to ${app};
grant update (count) on archive.tally to ${app};

-- Where a violation was counted, so that its outcome counts there too, and that it has one. The row goes with the file: nothing can arise
-- from a file that is gone.
create table archive.violation (
    case_id uuid primary key references archive.case_file on delete cascade,
    period text not null,
    unit text not null,
    outcome text
);
grant select, insert on archive.violation to ${app};
grant update (outcome) on archive.violation to ${app};

-- What there was before there were counters.
insert into archive.violation
    select v.id, to_char(v.received_at at time zone 'Asia/Baku', 'YYYY-MM'), v.unit,
        (select min(o.record_class) from archive.case_file o
         where o.arises_from = v.id and o.record_class in ('RC-LEGALISE', 'RC-DEC48', 'RC-EXP', 'RC-CARDLOSS'))
    from archive.case_file v where v.record_class = 'RC-VIO';
insert into archive.tally
    select period, row_code, source, unit, 0, count(*) from (
        select to_char(c.received_at at time zone 'Asia/Baku', 'YYYY-MM') period, r.row_code, r.source, c.unit
        from archive.case_file c join (values ('L1', 'REG'), ('L2', 'TRP'), ('L2', 'TRP-X'), ('L2', 'PRP'), ('L2', 'EXT'), ('L3', 'CIT-EST'))
            r (row_code, source) on r.source = c.service
        union all
        select v.period, 'I1', 'RC-VIO', v.unit from archive.violation v
        union all
        select v.period, r.row_code, r.source, v.unit
        from archive.violation v join (values ('I2', 'RC-LEGALISE'), ('I3', 'RC-DEC48'), ('I4', 'RC-EXP'), ('I5', 'RC-CARDLOSS'))
            r (row_code, source) on r.source = v.outcome) counted
    group by period, row_code, source, unit;

-- Releases are also the ledger against differencing. Nobody changes what was drafted; publication is the one thing that is added.
create table archive.statistics_release (
    id uuid primary key,
    place integer not null unique check (place > 0),
    report_version integer not null,
    period text not null,
    periods text[] not null,
    units text[] not null,
    split text not null,
    corrects uuid references archive.statistics_release,
    drafted_by text not null,
    drafted_at timestamptz not null check (drafted_at = date_trunc('second', drafted_at)),
    published_by text,
    published_at timestamptz check (published_at = date_trunc('second', published_at))
);
create table archive.statistics_row (
    release_id uuid not null references archive.statistics_release,
    place integer not null,
    row_code text not null,
    section text not null,
    words text not null,
    primary key (release_id, place)
);
create table archive.statistics_figure (
    release_id uuid not null references archive.statistics_release,
    place integer not null,
    row_code text not null,
    part text not null,
    mark text not null check (mark in ('EXACT', 'ROUNDED', 'HIDDEN')),
    shown bigint check ((mark = 'HIDDEN') = (shown is null)),
    primary key (release_id, place)
);
grant select, insert on archive.statistics_release, archive.statistics_row, archive.statistics_figure to ${app};
grant update (published_by, published_at) on archive.statistics_release to ${app};

-- What a loader is to feed: the operator's rows, worked off by the server.
create table archive.feed (
    id uuid not null,
    place integer not null,
    period text not null check (period !~ '^[0-9]{4}-[0-9]{2}$'),
    source text not null,
    wanted bigint not null check (wanted >= 0),
    done bigint not null default 0 check (done between 0 and wanted),
    primary key (id, place)
);
grant select on archive.feed to ${app};
grant update (done) on archive.feed to ${app};

update archive.installation set schema_version = 18;
