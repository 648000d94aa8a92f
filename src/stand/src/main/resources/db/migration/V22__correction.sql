-- What a person's part in a case said before it was corrected: each under the leaf that it had, which dies with the case.
create table archive.party_version (
    leaf_id uuid primary key,
    party_id uuid not null,
    case_id uuid not null references archive.case_file,
    sealed bytea not null,
    corrected_at timestamptz not null,
    corrected_by text not null,
    evidence uuid not null
);
create index party_version_case on archive.party_version (case_id);

alter table archive.party_version enable row level security;
create policy caller on archive.party_version to ${app}
    using (exists (select from archive.case_file c where c.id = case_id))
    with check ((select archive.said('caller')) is not null);
create policy background on archive.party_version to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
grant select, insert, delete on archive.party_version to ${app};

update archive.installation set schema_version = 22;
