package muhafiz.itest.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The operations about notices, and how each of their answers comes about. */
record CorrespondenceTable(Office office) {
    private static final String NOTICES = "/api/v1/notices";
    private static final String LETTERS = "/api/v1/letters";

    Map<String, Row> rows() {
        return Map.of(
                "listNotices", listNotices(),
                "noteNoticeSent", noteNoticeSent(),
                "giveConsent", giveConsent(),
                "withdrawConsent", withdrawConsent(),
                "listSubscriptions", listSubscriptions(),
                "receiveLetter", receiveLetter(),
                "answerLetter", answerLetter(),
                "forwardLetter", forwardLetter(),
                "takeTechnicalData", takeTechnicalData());
    }

    private AccessTable table() {
        return new AccessTable(office);
    }

    private Row listNotices() {
        return table().known(200, () -> Question.get(office.by("portal"), NOTICES))
                .when(400, question -> question.at(NOTICES + "?state=lost"))
                .when(404, question -> question.at(NOTICES + "?application=00000000000"));
    }

    private Row noteNoticeSent() {
        return table().json(200, () -> Question.post(office.by("portal"), sent(planted("queued")), shown()))
                .when(404, question -> question.at(sent(UUID.randomUUID().toString())))
                .when(
                        409,
                        question -> question.at(sent(planted("shown")))
                                .saying("{\"outcome\":\"failed\",\"reason\":\"mailbox-full\"}"));
    }

    private static String shown() {
        return "{\"outcome\":\"shown\"}";
    }

    private static String sent(String notice) {
        return NOTICES + "/" + notice + "/sent";
    }

    private Row giveConsent() {
        return table().json(201, () -> Question.post(office.by("portal"), "/api/v1/consents", subscription()));
    }

    private Row withdrawConsent() {
        return table().known(204, () -> {
                    String id = office.by("portal")
                            .post("/api/v1/consents", subscription())
                            .require(201)
                            .json()
                            .getString("id");
                    return Question.post(office.by("portal"), withdrawal(id), "{}");
                })
                .when(400, new AccessTable(office)::forSomebodyUnsure)
                .when(404, question -> question.at(withdrawal(UUID.randomUUID().toString())));
    }

    private static String withdrawal(String consent) {
        return "/api/v1/consents/" + consent + "/withdrawal";
    }

    private Row listSubscriptions() {
        String path = "/api/v1/subscriptions";
        return table().known(200, () -> Question.get(office.by("correspondence"), path + "?purpose=P-INFO"))
                .when(400, question -> question.at(path))
                .when(403, question -> question.by(office.by("officer")).at(path + "?purpose=P-SERVICE"));
    }

    private Row receiveLetter() {
        return table().json(201, () -> Question.post(office.by("portal"), LETTERS, letter()))
                .when(403, question -> question.by(office.by("officer")))
                .when(422, question -> question.saying(letter().replace("\"kind\"", "\"channel\":\"phone\",\"kind\"")));
    }

    private Row answerLetter() {
        String answer = "{\"text\":\"We thank you.\"}";
        return table().json(200, () -> Question.post(office.by("correspondence"), answerTo(received()), answer))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(answerTo("00000000000")))
                .when(409, question -> {
                    String number = received();
                    office.by("correspondence").post(answerTo(number), answer).require(200);
                    return question.at(answerTo(number));
                });
    }

    private Row forwardLetter() {
        String form = "{\"unit\":\"RD-1\",\"reason\":\"theirs\"}";
        return table().json(204, () -> Question.post(office.by("correspondence"), forwarding(received()), form))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at(forwarding("00000000000")))
                .when(422, question -> question.saying(form.replace("RD-1", "RD-99")));
    }

    private String received() {
        return office.by("portal").post(LETTERS, letter()).require(201).json().getString("number");
    }

    private static String answerTo(String number) {
        return LETTERS + "/" + number + "/answer?purpose=P-REPLY";
    }

    private static String forwarding(String number) {
        return LETTERS + "/" + number + "/forwarding?purpose=P-REPLY";
    }

    private static String letter() {
        return "{\"kind\":\"complaint\",\"text\":\"It takes long. " + UUID.randomUUID()
                + "\",\"from\":{\"surname\":\"Yazanova\",\"email\":\"yazan@example.org\"}}";
    }

    private Row takeTechnicalData() {
        String form = "{\"items\":[{\"capturedAt\":\"" + Instant.now().minusSeconds(60)
                + "\",\"ip\":\"192.0.2.1\",\"usage\":\"form opened\"}]}";
        return table().json(201, () -> Question.post(office.by("portal"), "/api/v1/technical-data", form))
                .when(403, question -> question.by(office.by("officer")));
    }

    /** A consent to be sent news. */
    static String subscription() {
        return "{\"subject\":{\"surname\":\"Abunəçi\"},\"operator\":\"State Migration Service\",\"purpose\":\"P-INFO\","
                + "\"data\":[\"email\"],\"operations\":[\"store\",\"send\"],\"withdrawal\":\"any day in the cabinet\","
                + "\"onExpiry\":\"destroyed at once\",\"email\":\"abune@example.org\"}";
    }

    /** A notice to a unit. */
    private String planted(String state) {
        String id = UUID.randomUUID().toString();
        LogBook.of(office.archive())
                .execute(
                        "insert into archive.notice (id, template, text_version, language, kind, unit, state, queued_at, due_at)"
                                + " values ('" + id + "', 'unit-pre-notice', 1, 'az', 'unit', 'RD-1', '" + state
                                + "', date_trunc('second', now()), now())");
        return id;
    }
}
