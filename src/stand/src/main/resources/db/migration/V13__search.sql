-- Searching for persons. Tokens of 16 bytes stand for one value (a number, an address, surname and day of birth). Tokens of 2 bytes stand
-- for what the spellings of a name share; they are short by design, so that many unlike names have the same.
alter table archive.blind_index drop constraint blind_index_token_check;
alter table archive.blind_index add constraint blind_index_token_check check (length(token) in (2, 16));

-- From which signs of a case its tokens were made: an index of another making is never asked, another is made in its place.
alter table archive.index_generation add column making integer not null default 1;

-- One that was replaced has no tokens any more; its row stays until its key is destroyed.
alter table archive.index_generation drop constraint index_generation_state_check;
alter table archive.index_generation add constraint index_generation_state_check check (state in ('building', 'serving', 'retired'));

-- A border unit's question that was answered "hit", for as long as it may ask for the fields: everything sealed under the day's key, which
-- dies soon after. No time of the day: it would join a person with an entry of the log.
create table archive.border_query (
    id uuid primary key,
    day date not null,
    sealed bytea not null
);
grant select, insert, delete on archive.border_query to ${app};

update archive.installation set schema_version = 13;
