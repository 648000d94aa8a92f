-- Who may do what: the accounts as the archive has seen them.

-- An account, what it is in the office, and a token of the stored credential under a key of the archive's own. changed_at is empty for
-- those that were there from the installation's first day on.
create table archive.identity (
    account text primary key,
    role text not null,
    unit text not null,
    credential bytea check (length(credential) = 16),
    first_seen timestamptz not null check (first_seen = date_trunc('second', first_seen)),
    changed_at timestamptz check (changed_at = date_trunc('second', changed_at)),
    blocked_at timestamptz check (blocked_at = date_trunc('second', blocked_at))
);
grant select, insert, update on archive.identity to ${app};

-- Glass that somebody broke (policy, break_glass). The reason is sealed under the case's leaf; a case that goes takes it along.
create table archive.broken_glass (
    id uuid primary key,
    case_id uuid not null references archive.case_file on delete cascade,
    account text not null,
    role text not null,
    unit text not null,
    purpose text not null,
    reason bytea not null,
    broken_at timestamptz not null check (broken_at = date_trunc('second', broken_at)),
    until timestamptz not null,
    confirmed_by text check (confirmed_by <> account),
    confirmed_at timestamptz,
    escalated_at timestamptz
);
create index broken_glass_case on archive.broken_glass (case_id, account);
create index broken_glass_waiting on archive.broken_glass (broken_at) where confirmed_by is null;
grant select, insert, update on archive.broken_glass to ${app};

-- How often cases of other units were asked for: by the month's pseudonym and day, and not which.
create table archive.stray_reading (
    actor bytea not null check (length(actor) = 16),
    role text not null,
    day date not null,
    reads integer not null check (reads > 0),
    primary key (actor, role, day)
);
create index stray_reading_day on archive.stray_reading (day);
grant select, insert, update, delete on archive.stray_reading to ${app};

-- That somebody looked through the grants, and the digest of what was seen.
create table archive.grant_review (
    id uuid primary key,
    reviewed_at timestamptz not null,
    reviewed_by text not null,
    digest bytea not null check (length(digest) = 32)
);
create index grant_review_time on archive.grant_review (reviewed_at);
grant select, insert on archive.grant_review to ${app};

-- What medical officers said of a certificate, each word sealed under the document's leaf; the newest counts. Documents are named without a
-- foreign key: a document table that is lost and rebuilt finds what was said of them.
create table archive.document_validity (
    document_id uuid not null,
    number integer not null check (number >= 1),
    id uuid not null unique,
    sealed bytea not null,
    primary key (document_id, number)
);
grant select, insert, delete on archive.document_validity to ${app};
