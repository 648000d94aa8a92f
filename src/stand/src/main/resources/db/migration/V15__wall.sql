-- The second wall, behind the decision: which rows a transaction can see at all, whatever its statements ask for.
--
-- A caller's transaction says at its beginning, for itself only, who the caller is (muhafiz.account, muhafiz.unit) and which classes the
-- policy in force grants the role at all: everywhere, in its own unit, of its own cases. Cases and documents that it names by id before it
-- asks the decision about them come one by one (muhafiz.named). A transaction that says nothing sees nothing.
-- Background work has a role of its own, which nobody logs in as, and sees what there is while it says what it works at (muhafiz.work).

create function archive.said(p_name text) returns text
    language sql stable parallel safe as $$ select nullif(current_setting('muhafiz.' || p_name, true), '') $$;
create function archive.listed(p_name text) returns text[]
    language sql stable parallel safe as $$ select string_to_array(current_setting('muhafiz.' || p_name, true), ',') $$;
create function archive.named() returns uuid[]
    language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('muhafiz.named', true), ''), ',')::uuid[] $$;

-- Asked by every statement that concludes something from a row that is not there, such as that a person's last key may die: whoever does
-- not see all rows must not ask it.
create function archive.whole_sight() returns boolean language plpgsql stable as $$
begin
    if row_security_active('archive.data_subject') and (current_user <> '${background}' or archive.said('work') is null) then
        raise exception 'only background work concludes from what it does not see' using errcode = 'insufficient_privilege';
    end if;
    return true;
end $$;

alter table archive.case_file enable row level security;
alter table archive.case_party enable row level security;
alter table archive.case_event enable row level security;
alter table archive.document enable row level security;
alter table archive.data_subject enable row level security;

create policy caller on archive.case_file to ${app}
    using (id = any ((select archive.named())::uuid[])
        or record_class = any ((select archive.listed('everywhere'))::text[])
        or (unit = (select archive.said('unit')) and record_class = any ((select archive.listed('in_unit'))::text[]))
        or (officer = (select archive.said('account')) and record_class = any ((select archive.listed('assigned'))::text[])))
    with check ((select archive.said('caller')) is not null);
create policy caller on archive.case_party to ${app}
    using (exists (select from archive.case_file c where c.id = case_id))
    with check ((select archive.said('caller')) is not null);
create policy caller on archive.case_event to ${app}
    using (exists (select from archive.case_file c where c.id = case_id))
    with check ((select archive.said('caller')) is not null);
create policy caller on archive.document to ${app}
    using (id = any ((select archive.named())::uuid[])
        or record_class = any ((select archive.listed('everywhere'))::text[])
        or exists (select from archive.case_file c where c.id = case_id))
    with check ((select archive.said('caller')) is not null);
create policy caller on archive.data_subject to ${app}
    using (exists (select from archive.case_party p where p.subject_id = data_subject.id))
    with check ((select archive.said('caller')) is not null);

create policy background on archive.case_file to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
create policy background on archive.case_party to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
create policy background on archive.case_event to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
create policy background on archive.document to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);
create policy background on archive.data_subject to ${background}
    using ((select archive.said('work')) is not null) with check ((select archive.said('work')) is not null);

update archive.installation set schema_version = 15;
