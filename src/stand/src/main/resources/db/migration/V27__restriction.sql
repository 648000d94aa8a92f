-- A restriction that was lifted is history; the same origin may restrict anew.
drop index archive.restriction_origin;
create unique index restriction_origin on archive.restriction
    (because, coalesce(case_id, '00000000-0000-0000-0000-000000000000')) where lifted_at is null;

update archive.installation set schema_version = 27;
