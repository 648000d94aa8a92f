package muhafiz.itest.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import muhafiz.itest.policy.PolicyText;

/** The operations upon the policy, for {@link AccessTable}. */
record PolicyTable(Office office, LogBook superuser) {
    private static final String VERSIONS = "/api/v1/policy/versions";
    private static final String TOO_LONG = "# much too long\n".repeat(70_000);

    static PolicyTable of(Office office) {
        return new PolicyTable(office, LogBook.bySuperuser(office.archive()));
    }

    Map<String, Row> rows() {
        return Map.of(
                "draftPolicy", draft(),
                "simulatePolicy", simulate(),
                "approvePolicy", approve(),
                "publishPolicy", publish(),
                "comparePolicies", compare(),
                "notePolicyNoticeShown", noticeShown(),
                "confirmPeriod", confirmPeriod());
    }

    private PolicyDrafts drafts() {
        return PolicyDrafts.of(superuser);
    }

    private Row known(int good, Supplier<Question> well) {
        return Row.of(well)
                .when(good, question -> question)
                .when(401, question -> question.by(office.wrongPassword()))
                .when(403, question -> question.by(office.by("officer")))
                .when(429, question -> question.by(office.lockedOut()));
    }

    private Row json(int good, Supplier<Question> well) {
        return known(good, well)
                .when(400, question -> question.saying("{"))
                .when(413, question -> question.saying("{\"x\":\"" + "x".repeat(70_000) + "\"}"))
                .when(415, question -> question.typed("text/plain"));
    }

    private Row draft() {
        return known(
                        201,
                        () -> Question.post(
                                        office.by("dpo"),
                                        VERSIONS,
                                        drafts().unapprovedText().yaml())
                                .typed("application/yaml"))
                .when(400, question -> question.with("On-Behalf-Of", "c").by(office.by("portal")))
                .when(409, question -> question.saying(PolicyText.shipped().yaml()))
                .when(413, question -> question.saying(TOO_LONG))
                .when(415, question -> question.typed("text/plain"))
                .when(422, question -> question.saying("meta: none"));
    }

    private static String of(int version, String act) {
        return VERSIONS + "/" + version + "/" + act;
    }

    private Row simulate() {
        return known(200, () -> Question.post(office.by("head"), of(drafts().unapproved(), "simulation"), "{}"))
                .when(400, question -> question.at(VERSIONS + "/none/simulation"))
                .when(404, question -> question.at(of(999_999, "simulation")));
    }

    private Row approve() {
        Supplier<Question> well = () -> Question.post(
                office.by("head"), of(drafts().unapproved(), "approvals"), naming(drafts().unapprovedText()));
        UnaryOperator<Question> unfounded =
                question -> question.at(of(drafts().unfounded(), "approvals")).saying(naming(drafts().unfoundedText()));
        return json(200, well)
                .when(404, question -> question.at(of(999_999, "approvals")))
                .when(409, question -> question.saying(naming(PolicyText.shipped())))
                .when(422, unfounded);
    }

    private static String naming(PolicyText text) {
        return "{\"sha256\":\"" + text.sha256() + "\"}";
    }

    private Row publish() {
        return json(
                        200,
                        () -> Question.post(
                                office.by("dpo"), of(drafts().approved(), "publication"), from(drafts().firstDay())))
                .when(404, question -> question.at(of(999_999, "publication")))
                .when(409, question -> question.at(of(drafts().unapproved(), "publication")))
                .when(422, question -> question.saying(from(LocalDate.EPOCH)));
    }

    private static String from(LocalDate day) {
        return "{\"inForceFrom\":\"" + day + "\"}";
    }

    private Row compare() {
        String path = "/api/v1/policy/diff";
        return Row.of(() -> Question.get(office.archive().stranger(), path))
                .when(200, question -> question)
                .when(400, question -> question.at(path + "?from=none"))
                .when(404, question -> question.at(path + "?to=999999"));
    }

    private Row noticeShown() {
        return known(
                        200,
                        () -> Question.post(
                                office.by("portal"), "/api/v1/policy/notices/" + drafts().notice() + "/shown", "{}"))
                .when(400, question -> question.with("On-Behalf-Of", "c").with("Assurance", "L9"))
                .when(404, question -> question.at("/api/v1/policy/notices/" + UUID.randomUUID() + "/shown"));
    }

    private Row confirmPeriod() {
        String path = "/api/v1/policy/periods/RC-APPT/confirmation";
        String form = "{\"policyVersion\":1,\"source\":\"order 12\"}";
        return json(200, () -> Question.post(office.by("records"), path, form))
                .when(404, question -> question.at(path.replace("RC-APPT", "RC-NONE")))
                .when(409, question -> question.saying(form.replace("1,", "999,")));
    }
}
