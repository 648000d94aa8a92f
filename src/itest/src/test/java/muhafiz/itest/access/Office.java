package muhafiz.itest.access;

import java.time.Duration;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
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

    /** A question of the border unit that was a hit. */
    String hit() {
        String number = UUID.randomUUID().toString().substring(24);
        by("control").post("/api/v1/applications", Forms.entryBan("Qadağanov", number)).require(201);
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
