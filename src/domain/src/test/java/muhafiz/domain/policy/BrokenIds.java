package muhafiz.domain.policy;

import java.util.stream.Stream;

/** Files that name what nobody declares, or are not in shape. */
final class BrokenIds {

    private BrokenIds() {}

    static Stream<Broken> all() {
        return Stream.concat(ids(), shapes());
    }

    private static Stream<Broken> ids() {
        return Stream.of(
                new Broken(
                        "a service of an unknown class",
                        "class: RC-WP, src: \"seed001:14; seed003:29\"",
                        "class: RC-WQ, src: \"seed001:14; seed003:29\"",
                        "class: RC-WQ",
                        "unknown record class RC-WQ"),
                new Broken(
                        "a checklist with an unknown kind",
                        "docs: {required: [application_form, medical_certificate, payment_receipt]",
                        "docs: {required: [application_form, horoscope, payment_receipt]",
                        "horoscope",
                        "unknown document kind horoscope"),
                new Broken(
                        "a class with an unknown purpose",
                        "purpose: P-ABROAD, purpose_status",
                        "purpose: P-CURIOSITY, purpose_status",
                        "P-CURIOSITY",
                        "unknown purpose P-CURIOSITY"),
                new Broken(
                        "a grant to an unknown role",
                        "{role: training_officer, classes",
                        "{role: trainer, classes",
                        "{role: trainer,",
                        "unknown role trainer"),
                new Broken(
                        "a class of an unknown unit",
                        "RC-DET:     {name: detention centre file, owner: DC",
                        "RC-DET:     {name: detention centre file, owner: DX",
                        "owner: DX",
                        "unknown unit DX"),
                new Broken(
                        "a grant under an unknown condition",
                        "when: [subject_at_checkpoint, hit_no_hit_first]",
                        "when: [subject_at_checkpoint, in_good_faith]",
                        "in_good_faith",
                        "unknown condition in_good_faith"),
                new Broken(
                        "a grant of an unknown action",
                        "actions: [rotate_root_key], when",
                        "actions: [rotate_tyres], when",
                        "rotate_tyres",
                        "unknown action rotate_tyres"),
                new Broken(
                        "a word in the vocabulary that the archive cannot act on",
                        "read_own_content, read_validity, search, annotate",
                        "read_own_content, read_minds, search, annotate",
                        "read_minds",
                        "unknown action read_minds"),
                new Broken(
                        "a value from an undeclared source",
                        "decide_within: {working_days: 3, src: MFA,",
                        "decide_within: {working_days: 3, src: HEARSAY,",
                        "HEARSAY",
                        "unknown source HEARSAY"),
                new Broken(
                        "a class that starts on an unknown trigger",
                        "retention: {trigger: course_ended,",
                        "retention: {trigger: sunset,",
                        "sunset",
                        "unknown trigger sunset"),
                new Broken(
                        "a request under an unknown clock",
                        "COPY_PENALTY: {src: CAO 46.1, clock: CLK-CAO,",
                        "COPY_PENALTY: {src: CAO 46.1, clock: CLK-SUN,",
                        "CLK-SUN",
                        "unknown clock CLK-SUN"),
                new Broken(
                        "a notice without a template",
                        "to: owner_unit, notice: unit-pre-notice",
                        "to: owner_unit, notice: smoke-signal",
                        "smoke-signal",
                        "unknown notice template smoke-signal"),
                new Broken(
                        "a channel of an unknown origin",
                        "portal:       {takes: [applications, documents, requests], origin: migration.gov.az",
                        "portal:       {takes: [applications, documents, requests], origin: elsewhere",
                        "origin: elsewhere",
                        "unknown origin elsewhere"),
                new Broken(
                        "an id in running text that nothing declares",
                        "act_under_PR-RESTRICTED_exceptions",
                        "act under PR-RESTRICTEX exceptions",
                        "PR-RESTRICTEX",
                        "unknown prohibition PR-RESTRICTEX"),
                new Broken(
                        "a purpose for an unknown task",
                        "regime: law_enforcement, serves: [T09, T10]",
                        "regime: law_enforcement, serves: [T09, T10, T99]",
                        "T99",
                        "unknown task T99"));
    }

    private static Stream<Broken> shapes() {
        return Stream.of(
                new Broken(
                        "a key nobody knows",
                        "lockout: {attempts: 5,",
                        "lockout: {attempts: 5, patience: 3,",
                        "patience",
                        "unknown key"),
                new Broken(
                        "a text with a comma and no quotes",
                        "\"article on DMX, site builder page\"",
                        "article on DMX, site builder page",
                        "article on DMX",
                        "a text with a comma needs quotes"),
                new Broken(
                        "a number where a text belongs",
                        "title: State Migration Service document archive - privacy and retention policy",
                        "title: 7",
                        "title: 7",
                        "this is not text"),
                new Broken(
                        "a text where a number belongs",
                        "lockout: {attempts: 5,",
                        "lockout: {attempts: five,",
                        "attempts: five",
                        "this is not a whole number"),
                new Broken(
                        "a version that follows itself",
                        "supersedes: null",
                        "supersedes: 1",
                        "meta:",
                        "version 1 cannot supersede 1"),
                new Broken("a missing version", "  version: 1\n", "", "meta:", "version is missing"),
                new Broken(
                        "a mark that does not exist",
                        "break_glass: {roles: [case_officer, control_officer, medical_officer], max_minutes: 30, needs:"
                                + " [reason, second_person_within_24h], confirm: [supervisor, dpo], notify: [dpo],"
                                + " status: assumed}",
                        "break_glass: {roles: [case_officer, control_officer, medical_officer], max_minutes: 30, needs:"
                                + " [reason, second_person_within_24h], confirm: [supervisor, dpo], notify: [dpo],"
                                + " status: certain}",
                        "status: certain",
                        "unknown mark certain"),
                new Broken(
                        "a third party's word passed off as sourced",
                        "src: \"seed003:139\", status: assumed}\n  technical",
                        "src: \"seed003:139\", status: sourced}\n  technical",
                        "interview_record], src: \"seed003:139\"",
                        "unofficial at best"),
                new Broken(
                        "a value said to be sourced that names no source",
                        "LB-VITAL:   {withdrawable: false, status: assumed}",
                        "LB-VITAL:   {withdrawable: false, status: sourced}",
                        "LB-VITAL:",
                        "sourced without a source"),
                new Broken(
                        "a time without its offset",
                        "effective_from: \"2026-01-01T00:00:00+04:00\"",
                        "effective_from: \"2026-01-01T00:00:00\"",
                        "effective_from:",
                        "a time with its offset"));
    }
}
