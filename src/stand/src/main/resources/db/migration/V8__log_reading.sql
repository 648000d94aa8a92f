-- Reading the log: who stands behind a pseudonym, and what the data-protection officer has decided that others may see.

-- Who acted under a pseudonym of a month, sealed under the month's key; dies with it.
create table archive.log_actor (
    pseudonym bytea primary key check (length(pseudonym) = 16),
    month date not null check (month = date_trunc('month', month)),
    sealed bytea not null
);
create index log_actor_month on archive.log_actor (month);

-- A decision that details may be read, sealed under the log key of the person it is about (of the year it was made in), or, where it is
-- about an actor, under the month's key. Only who names the person or the actor can open it.
create table archive.log_decision (
    id uuid primary key,
    made_on date not null,
    ends_at timestamptz not null,
    sealed bytea not null
);
create index log_decision_end on archive.log_decision (ends_at);

grant select, insert, delete on archive.log_actor, archive.log_decision to ${app};

-- A log key is made only for somebody who is there when the act commits; it may outlive its person (a hold), but not begin after the end.
create function archive.require_subject() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from archive.subject_log_key k where k.leaf_id = new.leaf_id) then
        perform from archive.data_subject s where s.id = new.subject_id for key share;
        if not found then
            raise exception 'nobody is there whose log key this would be' using errcode = 'foreign_key_violation';
        end if;
    end if;
    return null;
end $$;
create constraint trigger subject_log_key_of_somebody after insert on archive.subject_log_key
    deferrable initially deferred for each row execute function archive.require_subject();

create index log_entry_actor on archive.log_entry (actor, seq);
create index log_entry_time on archive.log_entry using brin (recorded_at);
