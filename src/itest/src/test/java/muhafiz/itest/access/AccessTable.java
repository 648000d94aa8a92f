package muhafiz.itest.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import muhafiz.itest.stand.Forms;

/** Every operation of the contract by its id, and how each of its answers comes about. */
final class AccessTable {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String NOBODYS_DOCUMENT = "/api/v1/documents/" + UUID.randomUUID();
    private static final String NOBODYS_REBUILD = "/api/v1/rebuilds/" + UUID.randomUUID();
    private static final String TOO_LONG = "{\"x\":\"" + "x".repeat(70_000) + "\"}";
    private static final String ROTATIONS = "/api/v1/keys/rotations";
    /** A root that no rotation has to end, in a holder that nobody knows. */
    private static final String BURNT = """
            insert into keyring.root (id, epoch, of_quorum) values ('burnt', 1000000, true)
            on conflict (id) do update set gone_at = null;
            insert into keyring.root_copy (root, place) values ('burnt', 'burnt')
            on conflict (root, place) do update set gone_at = null""";

    private static final String EMERGENCY = "{\"emergency\":true}";
    private static final int SHIPPED_LIMIT = 26_214_400; // policy, document_kinds.defaults.max_bytes

    private static final List<String> OPEN = List.of(
            "readContract",
            "readPolicy",
            "listPolicyNotices",
            "listPolicyVersions",
            "listServices",
            "readCheckpoint",
            "readLogKey",
            "listLogKeys");

    private final Office office;

    AccessTable(Office office) {
        this.office = office;
    }

    Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        rows.put("lodgeApplication", lodge());
        rows.put("viewApplication", view());
        rows.put("receiveDocument", receive());
        rows.put("recordEvent", event());
        rows.put("takePayment", pay());
        rows.put("assignApplication", assign());
        rows.put("replaceAccessCode", replaceCode());
        rows.put("handOverApplications", handOver());
        rows.put("search", search());
        rows.put("askAtBorder", askAtBorder());
        rows.put("readBorderFields", readBorderFields());
        rows.put("describeDocument", describe());
        rows.put("readDocument", readRanges());
        rows.put("readDocumentHead", read("HEAD"));
        rows.put("readPage", page(""));
        rows.put("locateWords", page("/words"));
        rows.put("rotateKeys", rotate());
        rows.put("confirmRotation", confirmRotation());
        rows.put("declareDestroyed", declareDestroyed());
        rows.put("beginRebuild", beginRebuild());
        rows.put("viewRebuild", viewRebuild());
        rows.put("releaseRebuilt", releaseRebuilt());
        rows.put("readLog", readLog());
        rows.put("readLogEvidence", ofStampedDay(""));
        rows.put("readStampedCheckpoint", ofStampedDay("/checkpoint"));
        rows.put("readDocumentEvidence", readDocumentEvidence());
        rows.put("decideLogDetails", decideLogDetails());
        rows.put("listPersonsEntries", listPersonsEntries());
        rows.put("readCertificate", readCertificate());
        rows.put("readBundle", readBundle());
        rows.put("readTile", readTile());
        rows.put("changeLogKey", changeLogKey());
        rows.put("proveReceipt", proveReceipt());
        rows.putAll(new UploadTable(office, this).rows());
        rows.putAll(new ImportTable(office, this).rows());
        rows.putAll(new DispositionTable(office, this).rows());
        rows.putAll(new DisclosureTable(office, this).rows());
        rows.putAll(new HoldAccess(office).rows());
        rows.putAll(new RequestTable(office, this).rows());
        rows.putAll(new StatisticsAccess(office).rows());
        rows.putAll(new SubjectAccess(office).rows());
        rows.putAll(new CorrespondenceTable(office).rows());
        rows.putAll(new EmergencyTable(office, this).rows());
        rows.putAll(new AuditTable(office, this).rows());
        rows.putAll(PolicyTable.of(office).rows());
        OPEN.forEach(open -> rows.put(open, anybody(open)));
        return rows;
    }

    /** What every operation that is not for strangers answers in the same way. */
    Row known(int good, Supplier<Question> well) {
        return Row.of(well)
                .when(good, question -> question)
                .when(401, question -> question.by(office.wrongPassword()))
                .when(
                        403,
                        question -> question.by(office.by("officer"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L2"))
                .when(429, question -> question.by(office.lockedOut()));
    }

    Row json(int good, Supplier<Question> well) {
        return known(good, well)
                .when(400, question -> question.saying("{"))
                .when(413, question -> question.saying(TOO_LONG))
                .when(415, question -> question.typed("text/plain"));
    }

    private Row lodge() {
        String form = Forms.workPermit("RD-1", "Yeni");
        return json(201, () -> Question.post(office.by("portal"), "/api/v1/applications", form))
                .when(403, question -> question.by(office.by("auditor")))
                .when(422, question -> question.saying(form.replace("\"WP\"", "\"NONE\"")));
    }

    private Row view() {
        String path = office.lodged().path();
        return known(200, () -> Question.get(office.by("officer"), path + "?purpose=P-SERVICE"))
                .when(400, question -> question.at(path))
                .when(404, question -> question.by(office.by("officer2")));
    }

    private Row receive() {
        return known(
                        201,
                        () -> Question.post(office.by("portal"), office.upload("application_form"), "")
                                .typed("application/pdf")
                                .saying(office.freshPaper()))
                .when(400, question -> question.with("Content-Digest", "sha-256=nonsense"))
                .when(404, question -> question.by(office.by("callcentre")))
                .when(
                        409,
                        question -> question.at(office.upload("passport"))
                                .saying(office.paper().bytes()))
                .when(413, question -> question.saying(new byte[SHIPPED_LIMIT + 1]))
                .when(415, question -> question.saying("MZ this is no document"))
                .when(422, question -> question.at(office.upload("diary")));
    }

    private Row event() {
        String today = "{\"type\":\"visa_expired\",\"on\":\"" + LocalDate.now(BAKU) + "\"}";
        String path = office.lodged().path() + "/events";
        return json(204, () -> Question.post(office.by("officer"), path, today))
                .when(404, question -> question.by(office.by("officer2")))
                .when(422, question -> question.saying(today.replace("visa_expired", "harvest")));
    }

    private Row pay() {
        String form =
                "{\"amount\":10,\"currency\":\"AZN\",\"paidAt\":\"2026-01-31T08:00:00Z\",\"via\":\"card\",\"reference\":\"";
        String path = office.lodged().path() + "/payments";
        return json(201, () -> Question.post(office.by("portal"), path, form + UUID.randomUUID() + "\"}"))
                .when(404, question -> question.by(office.by("officer")))
                .when(409, question -> question.at(office.free().path() + "/payments"))
                .when(422, question -> question.saying(form.replace("2026", "2999") + "later\"}"));
    }

    private Row assign() {
        String path = office.lodged().path() + "/assignment";
        String form = "{\"officer\":\"officer\",\"reason\":\"desk\"}";
        return json(204, () -> Question.post(office.by("supervisor"), path, form))
                .when(404, question -> question.by(office.by("officer2")))
                .when(
                        422,
                        question -> question.saying("{\"unit\":\"RD-99\",\"officer\":\"officer\",\"reason\":\"x\"}"));
    }

    private Row replaceCode() {
        String path = office.lodged().path() + "/access-codes";
        return known(201, () -> Question.post(office.by("reception"), path, "{}"))
                .when(
                        400,
                        question -> question.by(office.by("portal"))
                                .with("On-Behalf-Of", "c")
                                .with("Assurance", "L9"))
                .when(404, question -> question.by(office.by("officer2")));
    }

    private Row handOver() {
        String form = "{\"from\":\"nobody-yet\",\"to\":\"officer\"}";
        return json(200, () -> Question.post(office.by("supervisor"), "/api/v1/assignments", form))
                .when(403, question -> question.by(office.by("officer")))
                .when(422, question -> question.saying(form.replace("\"officer\"", "\"" + office.blocked() + "\"")));
    }

    private Row search() {
        String form = "{\"number\":\"" + office.lodged().number() + "\"}";
        return json(200, () -> Question.post(office.by("officer"), "/api/v1/searches?purpose=P-SERVICE", form))
                .when(403, question -> question.by(office.by("admin")));
    }

    private Row askAtBorder() {
        String form = "{\"documentNumber\":\"X1\",\"checkpoint\":\"Astara\",\"reason\":\"first line\"}";
        return json(201, () -> Question.post(office.by("border"), "/api/v1/border/queries?purpose=P-CONTROL", form))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row readBorderFields() {
        String path = "/api/v1/border/queries/" + office.hit() + "/fields";
        return known(200, () -> Question.get(office.by("border"), path + "?purpose=P-CONTROL"))
                .when(400, question -> question.at(path))
                .when(403, question -> question.by(office.by("officer")))
                .when(
                        404,
                        question -> question.at(
                                "/api/v1/border/queries/00000000-0000-4000-8000-000000000000/fields?purpose=P-CONTROL"));
    }

    private Row describe() {
        String path = "/api/v1/documents/" + office.document();
        return known(200, () -> Question.get(office.by("officer"), path + "?purpose=P-SERVICE"))
                .when(400, question -> question.at(path))
                .when(403, question -> question.by(office.by("admin")))
                .when(404, question -> question.at(NOBODYS_DOCUMENT + "?purpose=P-SERVICE"));
    }

    private Row read(String method) {
        String path = office.content();
        return known(200, () -> Question.get(office.by("officer"), path).as(method))
                .when(304, question -> question.with("If-None-Match", office.version()))
                .when(400, question -> question.at(path.replaceAll("\\?.*", "")))
                .when(403, question -> question.by(office.by("admin")))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> question.at(path.replace(office.document(), office.infected())))
                .when(412, question -> question.with("If-Match", "\"another\""));
    }

    /** RFC 9110 §14.2 defines ranges for GET only. */
    private Row readRanges() {
        return read("GET")
                .when(206, question -> question.with("Range", "bytes=100-2000000"))
                .when(416, question -> question.with("Range", "bytes=99999999-"));
    }

    private Row page(String ofIt) {
        String path = "/pages/1" + ofIt + "?purpose=P-SERVICE";
        return known(200, () -> Question.get(office.by("officer"), "/api/v1/documents/" + office.document() + path))
                .when(400, question -> question.at("/api/v1/documents/" + office.document() + "/pages/1" + ofIt))
                .when(403, question -> question.by(office.by("admin")))
                .when(404, question -> question.by(office.by("officer2")))
                .when(409, question -> question.at("/api/v1/documents/" + office.quarantined() + path));
    }

    private Row rotate() {
        return rotation(() -> Question.post(office.by("custodian"), ROTATIONS, "{}"))
                .when(409, question -> question.saying(EMERGENCY));
    }

    private Row confirmRotation() {
        return rotation(() -> {
                    wish("emergency rotation", "emergency");
                    return Question.post(office.by("custodian2"), ROTATIONS + "/confirmations", EMERGENCY);
                })
                .when(404, question -> question.saying("{}"))
                .when(409, question -> question.by(office.by("custodian")));
    }

    /** What the first custodian has asked for. Not by asking: the log may be made to fail just now. */
    private void wish(String what, String because) {
        LogBook.bySuperuser(office.archive())
                .execute("insert into archive.custody_request (what, because, asked_by, asked_at) values ('" + what
                        + "', array['" + because + "'], 'custodian', now())"
                        + " on conflict (what) do update set asked_by = 'custodian', asked_at = now()");
    }

    private Row rotation(Supplier<Question> well) {
        return known(200, well)
                .when(400, question -> question.saying("{"))
                .when(413, question -> question.saying(TOO_LONG))
                .when(415, question -> question.typed("text/plain"));
    }

    private Row declareDestroyed() {
        String path = "/api/v1/keys/destructions";
        return json(200, () -> {
                    LogBook.bySuperuser(office.archive()).execute(BURNT);
                    wish("end of holder burnt", "holder-lost");
                    return Question.post(office.by("custodian2"), path, "{\"holder\":\"burnt\"}");
                })
                .when(404, question -> question.saying("{\"holder\":\"main\"}"))
                .when(409, question -> question.by(office.by("custodian")));
    }

    /** By the portal, for a person known as surely as nobody can be. */
    Question forSomebodyUnsure(Question question) {
        return question.by(office.by("portal")).with("On-Behalf-Of", "c").with("Assurance", "L9");
    }

    private Row beginRebuild() {
        return known(202, () -> Question.post(office.by("admin"), "/api/v1/rebuilds", "{}"))
                .when(400, this::forSomebodyUnsure);
    }

    private Row viewRebuild() {
        String path = "/api/v1/rebuilds/" + office.rebuild();
        return known(200, () -> Question.get(office.by("records"), path))
                .when(400, this::forSomebodyUnsure)
                .when(404, question -> question.at(NOBODYS_REBUILD));
    }

    /** One that runs for as long as the table is asked stands in the database alone. */
    private Row releaseRebuilt() {
        String path = "/api/v1/rebuilds/" + office.rebuild() + "/approvals";
        return known(200, () -> Question.post(office.by("dpo"), path, "{}"))
                .when(400, this::forSomebodyUnsure)
                .when(404, question -> question.at(NOBODYS_REBUILD + "/approvals"))
                .when(409, question -> question.at("/api/v1/rebuilds/" + office.endlessRebuild() + "/approvals"));
    }

    private Row readLog() {
        String path = "/log/entries?purpose=P-OVERSIGHT&limit=5";
        return known(200, () -> Question.get(office.by("auditor"), path))
                .when(400, question -> question.at("/log/entries"))
                .when(403, question -> question.by(office.by("officer")));
    }

    private Row decideLogDetails() {
        String path = "/log/decisions?purpose=P-OVERSIGHT&ref=A-1";
        String form = "{\"actor\":\"officer\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2126-01-01T00:00:00Z\","
                + "\"names\":true,\"reason\":\"audit\",\"until\":\""
                + Instant.now().plusSeconds(3600) + "\"}";
        String ofNobody = form.replace("\"actor\":\"officer\"", "\"subject\":\"" + UUID.randomUUID() + "\"");
        return json(201, () -> Question.post(office.by("dpo"), path, form))
                .when(403, question -> question.by(office.by("auditor")))
                .when(404, question -> question.saying(ofNobody));
    }

    private Row listPersonsEntries() {
        String person = office.applicant();
        String form =
                "{\"subject\":\"" + person + "\",\"from\":\"1970-01-01T00:00:00Z\",\"to\":\"2126-01-01T00:00:00Z\","
                        + "\"reason\":\"audit\",\"until\":\"" + Instant.now().plusSeconds(3600) + "\"}";
        String decision = office.by("dpo")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", form)
                .require(201)
                .json()
                .getString("id");
        String path = "/log/listings/" + person + "?purpose=P-OVERSIGHT";
        return known(200, () -> Question.get(office.by("auditor"), path + "&decision=" + decision))
                .when(400, question -> question.at("/log/listings/" + person))
                .when(403, question -> question.at(path));
    }

    private Row readCertificate() {
        String path = "/api/v1/destructions/" + office.destroyed() + "/certificate?purpose=P-OVERSIGHT";
        return known(200, () -> Question.get(office.by("auditor"), path))
                .when(400, question -> question.at(path.replaceAll("\\?.*", "")))
                .when(403, question -> question.by(office.by("officer")).at(path.replace("P-OVERSIGHT", "P-SERVICE")))
                .when(
                        404,
                        question -> question.at(
                                "/api/v1/destructions/" + UUID.randomUUID() + "/certificate?purpose=P-OVERSIGHT"));
    }

    private Row readBundle() {
        String path = "/log/tile/entries/000.p/1?purpose=P-OVERSIGHT";
        return known(200, () -> Question.get(office.by("auditor"), path))
                .when(400, question -> question.at("/log/tile/entries/000.p/1"))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at("/log/tile/entries/x999/999?purpose=P-OVERSIGHT"));
    }

    private Row readTile() {
        return Row.of(() -> Question.get(office.archive().stranger(), "/log/tile/0/000.p/1"))
                .when(200, question -> question)
                .when(404, question -> question.at("/log/tile/0/x999/999"));
    }

    private Row changeLogKey() {
        return known(
                        200,
                        () -> Question.get(office.by("custodian"), "/log/keys").as("POST"))
                .when(400, this::forSomebodyUnsure)
                .when(403, question -> question.by(office.by("officer")))
                .when(415, question -> question.typed("text/plain").saying("x"));
    }

    private Row proveReceipt() {
        String path = "/api/v1/documents/" + office.document() + "/receipt";
        return known(200, () -> Question.get(office.by("portal"), path))
                .when(400, question -> question.by(office.by("auditor")))
                .when(403, question -> question.by(office.by("officer")).at(path + "?purpose=P-SERVICE"))
                .when(404, question -> question.at(NOBODYS_DOCUMENT + "/receipt"));
    }

    /** What a night would have made. Not by a night: the log may be made to fail just now. */
    private void evidence() {
        LogBook.bySuperuser(office.archive())
                .execute("""
                insert into archive.log_evidence (day, size, note, stamped_at, ends_at, hash, record)
                values ('2026-01-01', 0, 'note', '2026-01-01', '2036-01-01', 'SHA-256', 'record') on conflict do nothing;
                insert into archive.document_evidence (document_id, stamped_at, ends_at, hash, record)
                values ('DOCUMENT', '2026-01-01', '2036-01-01', 'SHA-256', 'record') on conflict do nothing""".replace("DOCUMENT", office.document().toString()));
    }

    private Row ofStampedDay(String below) {
        return known(200, () -> {
                    evidence();
                    return Question.get(
                            office.by("auditor"), "/log/evidence/2026-01-01" + below + "?purpose=P-OVERSIGHT");
                })
                .when(400, question -> question.at("/log/evidence/2026-01-01" + below))
                .when(403, question -> question.by(office.by("officer")))
                .when(404, question -> question.at("/log/evidence/1999-01-01" + below + "?purpose=P-OVERSIGHT"));
    }

    private Row readDocumentEvidence() {
        return known(200, () -> {
                    evidence();
                    return Question.get(
                            office.by("auditor"),
                            "/api/v1/documents/" + office.document() + "/evidence?purpose=P-OVERSIGHT");
                })
                .when(400, question -> question.at("/api/v1/documents/" + office.document() + "/evidence"))
                .when(403, question -> question.by(office.by("admin")))
                .when(404, question -> question.at(NOBODYS_DOCUMENT + "/evidence?purpose=P-OVERSIGHT"));
    }

    private Row anybody(String operation) {
        String path = office.archive().contract().operations().stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow()
                .path();
        return Row.of(() -> Question.get(office.archive().stranger(), path)).when(200, question -> question);
    }
}
