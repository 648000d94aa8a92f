package muhafiz.itest.access;

import java.time.LocalDate;
import java.time.ZoneId;
import muhafiz.itest.policy.PolicyText;

/** Drafts as the archive would hold them, written beside it: the log may be made to fail just when they are needed. */
record PolicyDrafts(LogBook database, int newest) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final int NOTICE_AND_MORE = 30; // policy_change.min_notice is P14D
    private static final String NOTICE = "6f1f0d3e-8d5c-4c39-9d3b-0f2b8f6f7a01";

    /** Of the archive as it stands now. */
    static PolicyDrafts of(LogBook database) {
        int[] newest = new int[1];
        database.query(
                "select max(version) from archive.policy_version where in_force_from is not null",
                row -> newest[0] = row.getInt(1));
        return new PolicyDrafts(database, newest[0]);
    }

    /** Nothing open, approved by all. */
    int approved() {
        PolicyText text = PolicyText.shipped().settled().numbered(newest + 1, newest);
        put(newest + 1, text);
        approve(newest + 1, "dpo", "dpo", text);
        approve(newest + 1, "head_of_service", "head", text);
        return newest + 1;
    }

    /** Nothing open, approved by nobody. */
    int unapproved() {
        put(newest + 2, unapprovedText());
        return newest + 2;
    }

    PolicyText unapprovedText() {
        return PolicyText.shipped().settled().numbered(newest + 2, newest);
    }

    /** A new purpose without a new basis. */
    int unfounded() {
        put(newest + 3, unfoundedText());
        return newest + 3;
    }

    PolicyText unfoundedText() {
        return PolicyText.shipped().usingTrainingForStatistics().numbered(newest + 3, newest);
    }

    /** A day on which the next version may begin, after all that were published before. */
    LocalDate firstDay() {
        return LocalDate.now(BAKU).plusDays(NOTICE_AND_MORE + newest);
    }

    /** Of the first version. */
    String notice() {
        database.execute(
                "insert into archive.policy_notice (id, version) values ('" + NOTICE + "', 1) on conflict do nothing");
        return NOTICE;
    }

    private void put(int version, PolicyText text) {
        database.execute("delete from archive.policy_version where version = " + version);
        database.execute("insert into archive.policy_version (version, sha256, yaml, drafted_by, drafted_at) values ("
                + version + ", '" + text.sha256() + "', $policy$" + text.yaml() + "$policy$, 'dpo', now())");
    }

    private void approve(int version, String role, String by, PolicyText text) {
        database.execute(
                "insert into archive.policy_approval (version, role, sha256, approved_by, approved_at) values ("
                        + version + ", '" + role + "', '" + text.sha256() + "', '" + by + "', now())");
    }
}
