-- E-mails that have their file while their copy still lies in the mailbox. The token is of the whole message, under the key of a day, which
-- dies; the row goes with the copy.
create table archive.mail_taken (
    token bytea primary key check (length(token) = 16),
    case_id uuid not null,
    taken_at timestamptz not null
);
grant select, insert, delete on archive.mail_taken to ${app};
update archive.installation set schema_version = 28;
