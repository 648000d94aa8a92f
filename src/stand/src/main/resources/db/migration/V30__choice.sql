-- Where form and document say different things, the applicant chooses; the choice is a word about the document, sealed like the others.
alter table archive.document_word drop constraint document_word_what_check;
alter table archive.document_word add check (what in ('original', 'classification', 'choice'));

update archive.installation set schema_version = 30;
