package muhafiz.itest.access;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;

/** One case with one document that the machine has read, and everybody who may ask about it, or may not. */
record Office(RunningArchive archive, Lodged lodged, Sample paper, String document, String version) {
    private static final int FAILURES = 10; // archive.properties, logins.failures-per-minute
    private static final Duration REBUILT_WITHIN = Duration.ofMinutes(1);
    private static final int BALLAST = 3 << 20;

    static Office open(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Baxılanova"));
        Sample paper = Sample.pdf("every access", BALLAST);
        String document = archive.portal().uploaded(lodged, "passport", paper);
        archive.awaitRead(document);
        String version = archive.staff("officer")
                .contentHead(document, "P-SERVICE")
                .header("ETag")
                .orElseThrow();
        return new Office(archive, lodged, paper, document, version);
    }

    /** Somebody whose name was tried too often within the last minute. */
    Client lockedOut() {
        Client locked = archive.clientWith("locked-" + UUID.randomUUID(), "wrong");
        for (int failure = 0; failure < FAILURES; failure++) {
            locked.get("/api/v1/documents/x").require(401);
        }
        return locked;
    }

    /** The case's applicant. */
    String applicant() {
        return text("select p.subject_id from archive.case_party p join archive.document d on d.case_id = p.case_id"
                + " where p.role = 'applicant' and d.id = '" + document + "'");
    }

    /** An account that the realm had once. */
    String blocked() {
        LogBook.bySuperuser(archive)
                .execute(
                        "insert into archive.identity (account, role, unit, first_seen, changed_at, blocked_at) values"
                                + " ('left', 'case_officer', 'RD-1', '2026-01-01', '2026-02-01', '2026-02-01') on conflict do nothing");
        return "left";
    }

    /** An order by which another document's keys were destroyed, and which a checkpoint has. */
    String destroyed() {
        String gone = archive.portal().uploaded(lodged, "photo", Sample.jpeg("destroyed " + UUID.randomUUID()));
        archive.awaitRead(gone);
        String order = UUID.randomUUID().toString();
        LogBook.of(archive).execute("""
                begin;
                insert into archive.destruction_order (id, ground, ordered_at, state) values ('%1$s', 'test', now(), 'ordered');
                insert into archive.destruction_target (order_id, kind, target_id) values ('%1$s', 'document', '%2$s');
                insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('destroy', '%1$s', now(), false, 1);
                commit""".formatted(order, gone));
        Patience.until(
                REBUILT_WITHIN,
                () -> by("auditor").get("/api/v1/destructions/" + order + "/certificate?purpose=P-OVERSIGHT"),
                answer -> answer.status() == 200);
        return order;
    }

    /** A document that nothing else is asked about. */
    String another() {
        return archive.portal().uploaded(lodged, "photo", Sample.jpeg("another " + UUID.randomUUID()));
    }

    /** A document that is in quarantine. */
    String quarantined() {
        String odd = archive.portal().uploaded(lodged, "photo", Sample.jpeg("odd " + UUID.randomUUID()));
        archive.awaitRead(odd);
        LogBook.of(archive).execute("update archive.document set state = 'quarantined' where id = '" + odd + "'");
        return odd;
    }

    /** A document in which a scanner found something. */
    String infected() {
        String odd = archive.portal().uploaded(lodged, "photo", Sample.jpeg("infected " + UUID.randomUUID()));
        archive.awaitRead(odd);
        LogBook.of(archive)
                .execute("update archive.document set state = 'quarantined', reasons = '{malware}' where id = '" + odd
                        + "'");
        return odd;
    }

    /** An application for a service that costs nothing. */
    Lodged free() {
        return archive.portal()
                .lodge(Forms.workPermit("RD-1", "Pulsuzov").replace("\"service\":\"WP\"", "\"service\":\"REG\""));
    }

    /** A receipt of a payment that has reached its end. */
    void duePayment() {
        String paid = archive.portal().uploaded(lodged, "payment_receipt", Sample.pdf("due " + UUID.randomUUID(), 1));
        archive.awaitRead(paid);
        LogBook.of(archive)
                .execute("update archive.document set retention_end = '2020-01-01', retention_waits = null,"
                        + " disposal = 'shred' where id = '" + paid + "'");
    }

    /** Somebody answers for the period of this class. */
    void confirmPeriod(String recordClass) {
        by("records")
                .post(
                        "/api/v1/policy/periods/" + recordClass + "/confirmation",
                        "{\"policyVersion\":1,\"source\":\"order 12\"}")
                .require(200);
    }

    /** A disposition of one receipt of a payment, with a made-up digest, that nobody has approved. @return its id */
    String plantedDisposition() {
        String id = UUID.randomUUID().toString();
        LogBook.of(archive).execute("""
                begin;
                insert into archive.disposition (id, as_of, classes, at_once, copies_stated, policy_version, proposed_by, proposed_role,
                        proposed_at, digest, state)
                    values ('%1$s', '2020-01-01', '{RC-PAY}', false, false, 1, 'records', 'records_manager', now(), repeat('a', 64),
                        'proposed');
                insert into archive.disposition_item (disposition_id, item_id, kind, document_kind, case_id, unit, record_class, rule,
                        ends_on, disposal, sealed_sha256, leaf_id, state)
                    values ('%1$s', gen_random_uuid(), 'document', 'payment_receipt', gen_random_uuid(), 'RD-1', 'RC-PAY', 'RC-PAY',
                        '2020-01-01', 'shred', repeat('b', 64), gen_random_uuid(), 'frozen');
                commit""".formatted(id));
        return id;
    }

    /** A disposition that two have approved, of the one document, which waits for its receipt; a package of it was sent. @return its id */
    String waitingToBeHandedOver() {
        String id = plantedDisposition();
        LogBook.of(archive).execute("""
                begin;
                update archive.disposition set state = 'approved' where id = '%1$s';
                update archive.disposition_item i set item_id = d.id, case_id = d.case_id, document_kind = d.kind, record_class = 'RC-WP',
                        disposal = 'archive', leaf_id = d.leaf_id, state = 'to-transfer'
                    from archive.document d where i.disposition_id = '%1$s' and d.id = '%2$s';
                insert into archive.disposition_parcel (id, disposition_id, sha256, bytes, items, sent_at)
                    values (gen_random_uuid(), '%1$s', repeat('c', 64), 1, 1, now());
                commit""".formatted(id, document));
        return id;
    }

    /** An export of one free application that nobody has approved. @return its id */
    String export() {
        archive.portal()
                .lodge(Forms.workPermit("RD-7", "Çıxarılan").replace("\"service\":\"WP\"", "\"service\":\"REG\""));
        return by("records")
                .post(
                        "/api/v1/exports",
                        NationalArchive.withKeyOf(3072).form().replaceFirst("\\{", "{\"unit\":\"RD-7\","))
                .require(201)
                .json()
                .getString("id");
    }

    /** Where the act of a disposition is that was carried out. */
    String act() {
        confirmPeriod("RC-PAY");
        duePayment();
        String path = "/api/v1/dispositions";
        JsonObject made = by("records")
                .post(path, "{\"asOf\":\"2020-01-01\",\"classes\":[\"RC-PAY\"]}")
                .require(201)
                .json();
        String act = path + "/" + made.getString("id") + "/act";
        for (String user : List.of("records2", "dpo")) {
            by(user).post(
                            path + "/" + made.getString("id") + "/approvals",
                            "{\"digest\":\"" + made.getString("digest") + "\"}")
                    .require(200);
        }
        Patience.until(REBUILT_WITHIN, () -> by("records").get(act), answer -> answer.status() == 200);
        return act;
    }

    /** A question of the border unit that was a hit. */
    String hit() {
        String number = UUID.randomUUID().toString().substring(24);
        by("control")
                .post("/api/v1/applications", Forms.entryBan("Qadağanov", number))
                .require(201);
        return by("border")
                .post("/api/v1/border/queries?purpose=P-CONTROL", Forms.atCheckpoint(number))
                .require(201)
                .json()
                .getString("id");
    }

    private String text(String question) {
        StringBuilder text = new StringBuilder();
        LogBook.of(archive).query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    /** A rebuild that has walked over the bucket. */
    String rebuild() {
        LogBook.of(archive).execute("delete from archive.rebuild where begun_by = 'nobody'");
        String id =
                by("admin").post("/api/v1/rebuilds", "{}").require(202).json().getString("id");
        Patience.until(
                REBUILT_WITHIN,
                () -> by("admin").get("/api/v1/rebuilds/" + id),
                view -> "waiting".equals(view.json().getString("state")));
        return id;
    }

    /** A rebuild that no node takes up. */
    String endlessRebuild() {
        String id = UUID.randomUUID().toString();
        LogBook book = LogBook.of(archive);
        book.execute("delete from archive.rebuild where begun_by = 'nobody'");
        Patience.until(
                REBUILT_WITHIN,
                "no other rebuild runs",
                () -> text("select count(*) from archive.rebuild where state = 'running'")
                        .equals("0"));
        book.execute("insert into archive.rebuild (id, state, begun_at, begun_by) values ('" + id
                + "', 'running', now(), 'nobody')");
        return id;
    }

    Client by(String user) {
        return archive.client(user);
    }

    /** Somebody who types a password that is not theirs; another name each time, so that none is locked. */
    Client wrongPassword() {
        return archive.clientWith("stranger-" + UUID.randomUUID(), "wrong");
    }

    String content() {
        return "/api/v1/documents/" + document + "/content?purpose=P-SERVICE";
    }

    String upload(String kind) {
        return lodged.path() + "/documents?kind=" + kind;
    }

    byte[] freshPaper() {
        return Sample.pdf("paper " + UUID.randomUUID(), 40_000).bytes();
    }
}
