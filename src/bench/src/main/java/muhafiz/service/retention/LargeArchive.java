package muhafiz.service.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Documents of work permits, five to a case, made by SQL; ids are hashes of a letter and a number. A thousand end by 1 January 2040, the
 * others after it.
 */
public final class LargeArchive {
    /** Documents of each case. */
    public static final int TO_A_CASE = 5;

    static final int DUE = 1000;

    private LargeArchive() {}

    /** How many documents there are in the end: a million, unless {@code MUHAFIZ_BENCH_DOCUMENTS} says otherwise; from 100,000. */
    public static int largest() {
        return Integer.parseInt(System.getenv().getOrDefault("MUHAFIZ_BENCH_DOCUMENTS", "1000000"));
    }

    /** In place of what was there; every end is another than the rule says. */
    public static void fill(Connection owner, int total) throws SQLException {
        execute(owner, "truncate archive.case_event, archive.document, archive.case_file cascade");
        execute(owner, """
                insert into archive.case_file (id, leaf_id, record_class, unit, channel, source, purpose, basis, policy_version, state,
                    received_at, access_code, sealed, revision, retention_rule, retention_waits)
                select md5('c' || g)::uuid, md5('k' || g)::uuid, 'RC-WP', 'RD-1', 'portal', 'portal', 'P-SERVICE', 'LB-LAW', 1, 'open',
                    timestamptz '2026-01-01', '-', '\\x00', 0, 'RC-WP', 'computation' from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute(owner, """
                insert into archive.case_event (id, case_id, event_type, happened_on, recorded_at, recorded_by, for_review)
                select md5('e' || g)::uuid, md5('c' || g)::uuid, 'permit_expired', date '2036-06-01', timestamptz '2026-06-01', 'officer',
                    false from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute(owner, """
                insert into archive.document (id, case_id, version_id, leaf_id, kind, record_class, state, reasons, source, channel, purpose,
                    basis, policy_version, received_at, sealed_length, sealed_sha256, segments, duplicate_token, about, revision,
                    retention_rule, retention_end, disposal)
                select md5('d' || g)::uuid, md5('c' || g / %d)::uuid, md5('v' || g)::uuid, md5('l' || g)::uuid, 'passport', 'RC-WP',
                    'inspected', '{}', 'portal', 'portal', 'P-SERVICE', 'LB-LAW', 1, timestamptz '2026-01-01', 300000, sha256(''), 1,
                    decode(md5('t' || g), 'hex'), decode(repeat('00', 300), 'hex'), 0, 'RC-WP',
                    case when g %% %d = 0 then date '2040-01-01' - (g %% 7)::int else date '2040-01-02' + (g %% 3000)::int end, 'shred'
                from generate_series(0, %d) g""".formatted(TO_A_CASE, total / DUE, total - 1));
        execute(owner, "analyze archive.document, archive.case_file, archive.case_event");
    }

    /** An applicant and a key of duplicate tokens for each case. */
    public static void addPersons(Connection owner, int total) throws SQLException {
        execute(owner, """
                insert into archive.data_subject (id, leaf_id, sealed, created_on)
                select md5('p' || g)::uuid, md5('s' || g)::uuid, '\\x00', date '2026-01-01' from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute(owner, """
                insert into archive.case_party (id, case_id, subject_id, leaf_id, role, sealed)
                select md5('a' || g)::uuid, md5('c' || g)::uuid, md5('p' || g)::uuid, md5('f' || g)::uuid, 'applicant', '\\x00'
                from generate_series(0, %d) g""".formatted(total / TO_A_CASE - 1));
        execute(owner, """
                update archive.case_file c set token_leaf_id = md5('t' || g)::uuid
                from generate_series(0, %d) g where c.id = md5('c' || g)::uuid""".formatted(total / TO_A_CASE - 1));
        execute(owner, "vacuum analyze archive.data_subject, archive.case_party, archive.case_file");
    }

    static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
