-- What is in force is held here: versions of the policy, who approved them, what the public was told, loaded years, confirmed periods.

-- The first version is taken from the configuration folder; later ones are drafted, approved and published. One that stands (it has a
-- day from which it is in force) never changes and never goes.
create table archive.policy_version (
    version integer primary key check (version >= 1),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    yaml text not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    published_at timestamptz,
    in_force_from timestamptz unique,
    took_effect_at timestamptz,
    check (took_effect_at is null or in_force_from is not null)
);

create function archive.refuse_policy_change() returns trigger language plpgsql as $$
begin
    if old.in_force_from is null then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'UPDATE' and (new.version, new.sha256, new.yaml, new.drafted_by, new.drafted_at, new.in_force_from)
            = (old.version, old.sha256, old.yaml, old.drafted_by, old.drafted_at, old.in_force_from)
            and new.published_at is not distinct from old.published_at and old.took_effect_at is null then
        return new;
    end if;
    raise exception 'a version that stands does not change' using errcode = 'insufficient_privilege';
end $$;
create trigger policy_version_stands before update or delete on archive.policy_version
    for each row execute function archive.refuse_policy_change();

-- One for each role that must approve; it names the bytes it approves.
create table archive.policy_approval (
    version integer not null references archive.policy_version on delete cascade,
    role text not null,
    sha256 text not null,
    approved_by text not null,
    approved_at timestamptz not null,
    primary key (version, role)
);

-- What the public is told of a published version, and since when a page shows it.
create table archive.policy_notice (
    id uuid primary key,
    version integer not null unique references archive.policy_version,
    first_shown_at timestamptz
);

-- A rule whose period is assumed in that version, and for which the records manager answers.
create table archive.confirmed_period (
    rule text not null,
    policy_version integer not null references archive.policy_version,
    source text not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    primary key (rule, policy_version)
);

-- A year as one person wants to load it, until another confirms it; and the years that are loaded.
create table archive.calendar_proposal (
    calendar_year integer primary key check (calendar_year between 2000 and 2099),
    days_off date[] not null,
    extra_working_days date[] not null,
    source text not null,
    loaded_by text not null,
    loaded_at timestamptz not null
);
create table archive.calendar_year (
    calendar_year integer primary key check (calendar_year between 2000 and 2099),
    days_off date[] not null,
    extra_working_days date[] not null,
    source text not null,
    loaded_by text not null,
    loaded_at timestamptz not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null,
    check (confirmed_by <> loaded_by)
);

-- Dates that a loaded year gave to cases, or changed.
create table archive.moved_deadline (
    case_id uuid not null references archive.case_file on delete cascade,
    calendar_year integer not null references archive.calendar_year,
    day_before date,
    day_after date,
    primary key (calendar_year, case_id)
);
create index moved_deadline_case on archive.moved_deadline (case_id);

grant select, insert, delete on archive.policy_version to ${app};
grant update (published_at, in_force_from, took_effect_at) on archive.policy_version to ${app};
grant select, insert, delete on archive.policy_approval to ${app};
grant select, insert on archive.policy_notice, archive.confirmed_period to ${app};
grant update (first_shown_at) on archive.policy_notice to ${app};
grant select, insert, update, delete on archive.calendar_proposal, archive.moved_deadline to ${app};
grant select, insert, update on archive.calendar_year to ${app};
