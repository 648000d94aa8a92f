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

create index log_entry_actor on archive.log_entry (actor, seq);
create index log_entry_time on archive.log_entry using brin (recorded_at);
