package muhafiz.itest.disposition;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.StandSettings;

/** An archive in which somebody with authority stands behind the periods of RC-WP and RC-CIT, and in which years pass by order. */
record RetiringHouse(RunningArchive archive, ChangedConfig config) implements AutoCloseable {
    static final String PATH = "/api/v1/dispositions";

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(15);

    static RetiringHouse start() {
        ChangedConfig[] config = new ChangedConfig[1];
        RunningArchive archive = RunningArchive.start("retiring", settings -> {
            config[0] = confirmed(settings);
            StandSettings retiring = settings.withConfig(config[0].folder());
            return Integer.getInteger("muhafiz.sweep", 0) == 0
                    ? retiring
                    : retiring.withSandbox(List.of()); // reading 5,000 takes half an hour
        });
        return new RetiringHouse(archive, config[0]);
    }

    private static ChangedConfig confirmed(StandSettings settings) {
        return ChangedConfig.of(settings, RunningArchive.homeOf("retiring-config"))
                .with(
                        "policy.yaml",
                        "retention: {trigger: permit_expired, period: P5Y, action: shred, status: assumed}",
                        "retention: {trigger: permit_expired, period: P5Y, action: shred, status: reported, src: AZTU}")
                .with(
                        "policy.yaml",
                        "period: P25Y, action: archive, status: assumed",
                        "period: P25Y, action: archive, status: reported, src: AZTU");
    }

    LocalDate today() {
        return LocalDate.now(BAKU);
    }

    LogBook book() {
        return LogBook.of(archive);
    }

    Client by(String user) {
        return archive.client(user);
    }

    Lodged lodge(String surname) {
        return archive.portal().lodge(Forms.workPermit("RD-1", surname));
    }

    /** A document of a work permit's file that the machine has read and that ended yesterday. */
    String due(Lodged lodged, Sample sample) {
        String document = filed(lodged, sample);
        passDocument(document);
        return document;
    }

    /** A document of that file that the machine has read. The ends of all its documents are computed with it. */
    String filed(Lodged lodged, Sample sample) {
        String document = archive.portal().uploaded(lodged, "passport", sample);
        archive.awaitRead(document);
        return document;
    }

    /** It ended yesterday. */
    void passDocument(String document) {
        pass("archive.document", "id = '" + document + "'");
    }

    /** The years pass for these rows: they ended yesterday, by the rule of their class. */
    void pass(String table, String which) {
        book().execute("update " + table + " set retention_end = '" + today().minusDays(1)
                + "', retention_waits = null, retention_rule = record_class, disposal = case record_class when 'RC-CIT' then 'archive'"
                + " else 'shred' end where " + which);
    }

    /** The case itself ended yesterday too. */
    void passCase(String document) {
        pass("archive.case_file", "id = (select case_id from archive.document where id = '" + document + "')");
    }

    JsonObject proposed(String... classes) {
        return by("records").post(PATH, form(today(), "", classes)).require(201).json();
    }

    static String form(LocalDate asOf, String more, String... classes) {
        return "{\"asOf\":\"" + asOf + "\",\"classes\":[\"" + String.join("\",\"", classes) + "\"]" + more + "}";
    }

    Answer approve(JsonObject disposition, String user) {
        return by(user).post(
                        PATH + "/" + disposition.getString("id") + "/approvals",
                        "{\"digest\":\"" + disposition.getString("digest") + "\"}");
    }

    /** As it stands once everything on it has ended. */
    JsonObject awaitEnded(JsonObject disposition) {
        return Patience.until(
                        ENDED_WITHIN,
                        () -> by("records").get(PATH + "/" + disposition.getString("id") + "?limit=1000"),
                        answer -> answer.require(200).json().getString("state").equals("ended"))
                .json();
    }

    /** Its act, once a checkpoint has the entry that tells of it. */
    Answer act(JsonObject disposition) {
        return Patience.until(
                ENDED_WITHIN,
                () -> by("records").get(PATH + "/" + disposition.getString("id") + "/act"),
                answer -> answer.status() == 200);
    }

    /** Proposed by one, approved by two, and carried out. */
    JsonObject carriedOut(String... classes) {
        JsonObject disposition = proposed(classes);
        approve(disposition, "records2").require(200);
        approve(disposition, "dpo").require(200);
        return awaitEnded(disposition);
    }

    static List<JsonObject> items(JsonObject disposition) {
        return disposition.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The first column of the first row. */
    String text(String question) {
        StringBuilder text = new StringBuilder();
        book().query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    @Override
    public void close() {
        archive.close();
    }
}
