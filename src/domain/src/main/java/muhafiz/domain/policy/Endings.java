package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;

/** The sections about stopping, ending and recording: hold, restriction, destruction, the log, policy changes. */
final class Endings {

    private Endings() {}

    static void check(FieldReader file) {
        hold(file.inner("hold"));
        restriction(file.inner("restriction"));
        destruction(file);
        auditLog(file.inner("audit_log"));
        disclosurePackage(file.inner("disclosure_package"));
        policyChange(file.inner("policy_change"));
        payments(file.inner("payment_channels"));
    }

    private static void hold(FieldReader at) {
        at.texts("needs");
        at.period("review_every");
        at.truth("lifts_automatically");
        at.texts("effects");
        at.texts("does_not_block");
        at.footing();
        at.made(() -> at);
    }

    private static void restriction(FieldReader at) {
        at.texts("needs");
        at.texts("allowed");
        at.text("retention_destruction");
        at.truth("lift_needs_prior_notice");
        at.footing();
        at.made(() -> at);
    }

    private static void destruction(FieldReader file) {
        var at = file.inner("destruction");
        at.texts("steps");
        var act = at.inner("act_of_destruction");
        act.texts("lists");
        act.text("must_not_contain");
        act.ids("signed_by", Ids.ROLE);
        act.footing();
        act.made(() -> act);
        preNotice(file, at.inner("pre_notice"));
        at.maybeInner("last_copy").ifPresent(Endings::lastCopy);
        backups(at.inner("backups"));
        at.text("certificate_date");
        var rotation = at.inner("key_rotation");
        List.of("nightly", "on_demand", "emergency").forEach(rotation::text);
        rotation.footing();
        rotation.made(() -> rotation);
        at.made(() -> at);
    }

    /** Kinds that prove a status, and what their destruction needs. */
    private static void lastCopy(FieldReader at) {
        at.ids("kinds", Ids.KIND);
        at.text("needs");
        at.footing();
        at.made(() -> at);
    }

    /** Classes, or a class and one of its exceptions as {@code RC-REG:overstay}. */
    private static void preNotice(FieldReader file, FieldReader at) {
        for (var item : at.texts("classes")) {
            var parts = item.split(":", 2);
            at.fields().at("classes").ifPresent(list -> at.reading().known(list, Ids.CLASS, parts[0]));
            if (parts.length == 2 && !conditions(file, parts[0]).contains(parts[1])) {
                at.problem("classes", "unknown exception " + item);
            }
        }
        at.period("before");
        at.text("to");
        at.id("notice", Ids.TEMPLATE);
        at.footing();
        at.made(() -> at);
    }

    private static List<String> conditions(FieldReader file, String recordClass) {
        return file
                .fields()
                .fields("record_classes")
                .flatMap(all -> all.fields(recordClass))
                .flatMap(found -> found.at("exceptions"))
                .flatMap(Values::list)
                .orElse(List.of())
                .stream()
                .flatMap(exception -> exception.words("if").stream())
                .toList();
    }

    private static void backups(FieldReader at) {
        var nights = at.whole("key_horizon_nights");
        var allowed = at.wholes("allowed");
        if (allowed.size() != 2 || nights < allowed.get(0) || nights > allowed.get(1)) {
            at.problem("key_horizon_nights", "the key horizon is out of its bounds");
        }
        at.text("data_backups");
        at.text("on_restore");
        at.footing();
        at.made(() -> at);
    }

    private static void auditLog(FieldReader at) {
        at.texts("events");
        at.texts("fields");
        at.text("integrity");
        at.text("personal_parts");
        at.truth("own_purpose_only");
        at.truth("log_reads_are_logged");
        at.text("fail_closed");
        at.made(() -> at);
    }

    private static void disclosurePackage(FieldReader at) {
        at.text("format");
        at.texts("contains");
        at.truth("watermark_recipient");
        at.text("log_event");
        at.footing();
        at.made(() -> at);
    }

    private static void policyChange(FieldReader at) {
        at.truth("version_every_change");
        at.truth("diff_published");
        at.texts("notice");
        at.period("min_notice");
        at.text("records_keep");
        at.text("new_purpose_on_old_data");
        at.also("min_notice_status").footing();
        at.made(() -> at);
    }

    private static void payments(FieldReader at) {
        at.texts("via");
        at.text("never_stored");
        at.footing();
        at.made(() -> Optional.of(at));
    }
}
