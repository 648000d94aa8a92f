package muhafiz.itest.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import muhafiz.itest.stand.Client;

/** The operations about retention, holds and restrictions, and how each of their answers comes about. */
record HoldAccess(Office office) {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String HOLDS = "/api/v1/holds";
    private static final String RESTRICTIONS = "/api/v1/restrictions";
    private static final String STATED = "?purpose=P-RECORDS";
    private static final String STATED_BY_DPO = "?purpose=P-RIGHTS&ref=R-1";

    Map<String, Row> rows() {
        return Map.of(
                "placeHold", place(),
                "listHolds", list(),
                "reviewHold", review(),
                "releaseHold", release(),
                "simulateDispositions", simulate(),
                "readRetentionPlan", plan(),
                "listRestrictions", restrictions(),
                "liftRestriction", lift());
    }

    private AccessTable table() {
        return new AccessTable(office);
    }

    private Client records() {
        return office.by("records");
    }

    private String form() {
        return "{\"documents\":[\"" + office.document()
                + "\"],\"authority\":\"court\",\"ground\":\"2-1/2026\",\"reviewOn\":\""
                + LocalDate.now(BAKU).plusMonths(1) + "\"}";
    }

    /** A hold that stands. */
    private String placed() {
        return records().post(HOLDS + STATED, form()).require(201).json().getString("id");
    }

    private Row place() {
        String unknown = form().replace(office.document(), UUID.randomUUID().toString());
        return table().json(201, () -> Question.post(records(), HOLDS + STATED, form()))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.saying(unknown));
    }

    private Row list() {
        return table().known(200, () -> Question.get(records(), HOLDS + STATED))
                .when(400, question -> question.at(HOLDS))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row review() {
        String path = HOLDS + "/" + placed() + "/review" + STATED;
        String form = "{\"reviewOn\":\"" + LocalDate.now(BAKU).plusMonths(2) + "\"}";
        return table().json(200, () -> Question.post(records(), path, form))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(HOLDS + "/" + UUID.randomUUID() + "/review" + STATED))
                .when(409, question -> question.at(HOLDS + "/" + released() + "/review" + STATED));
    }

    private Row release() {
        String hold = placed();
        String path = HOLDS + "/" + hold + "/release" + STATED;
        return table().known(200, () -> {
                    LogBook.of(office.archive())
                            .execute("update archive.hold set release_asked_by = null,"
                                    + " released_by = null, released_at = null where id = '" + hold + "'");
                    return Question.post(records(), path, "");
                })
                .when(400, question -> question.at(HOLDS + "/" + UUID.randomUUID() + "/release"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(HOLDS + "/" + UUID.randomUUID() + "/release" + STATED))
                .when(409, question -> question.at(HOLDS + "/" + released() + "/release" + STATED));
    }

    /** One that two persons have released. */
    private String released() {
        String hold = placed();
        LogBook.of(office.archive())
                .execute("update archive.hold set release_asked_by = placed_by, released_by = 'dpo',"
                        + " released_at = now() where id = '" + hold + "'");
        return hold;
    }

    private Row simulate() {
        String path = "/api/v1/dispositions?asOf=2040-01-01";
        return table().known(200, () -> Question.get(records(), path))
                .when(400, question -> question.at("/api/v1/dispositions?asOf=soon"))
                .when(403, question -> question.by(office.by("supervisor")));
    }

    private Row plan() {
        return table().known(200, () -> Question.get(records(), "/api/v1/retention-plan"))
                .when(
                        400,
                        question -> question.by(office.by("portal"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L9"));
    }

    private Row restrictions() {
        return table().known(200, () -> Question.get(office.by("dpo"), RESTRICTIONS + STATED_BY_DPO))
                .when(400, question -> question.at(RESTRICTIONS + "?purpose=P-RIGHTS"))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row lift() {
        String told = "{\"noticedOn\":\"" + LocalDate.now(BAKU) + "\"}";
        return table().json(204, () -> Question.post(office.by("dpo"), lifting(restricted()), told))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(lifting(UUID.randomUUID().toString())))
                .when(409, question -> question.saying("{}"));
    }

    private static String lifting(String restriction) {
        return RESTRICTIONS + "/" + restriction + "/lifting" + STATED_BY_DPO;
    }

    /** A restriction of a document of its own, as a request will impose it. */
    private String restricted() {
        String restriction = UUID.randomUUID().toString();
        LogBook.of(office.archive()).execute("""
                begin;
                insert into archive.restriction (id, because, since, imposed_by) values ('%1$s', 'test/%1$s', now(), 'dpo');
                insert into archive.restriction_item (restriction_id, document_id) values ('%1$s', '%2$s');
                commit""".formatted(restriction, office.another()));
        return restriction;
    }
}
