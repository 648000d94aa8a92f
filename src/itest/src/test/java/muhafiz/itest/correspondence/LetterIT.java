package muhafiz.itest.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters: e-mails and forms become files of class RC-LETTER, are answered, and never answer a machine. */
@ExtendWith(SharedArchive.class)
class LetterIT {
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku"); // policy, meta.time_zone
    private static final String LETTERS = "/api/v1/letters";
    private static final int KEPT_YEARS = 3; // policy, RC-LETTER

    @Test
    @DisplayName("COL-3: an e-mail's original, body and attachments become sealed documents of RC-LETTER")
    @Clause({"COL-3", "COL-5"})
    void anEMailBecomesAFileWithItsOriginalItsBodyAndItsAttachments(RunningArchive archive) {
        byte[] paper = Sample.pdf("attached " + UUID.randomUUID()).bytes();
        byte[] message = mail("From: Nigar Yazanova <nigar@example.org>\r\n", paper);

        JsonObject told = mailed(archive, "complaint", message).require(201).json();

        assertThat(told.getBoolean("answerable")).isTrue();
        List<JsonObject> documents = told.getJsonArray("documents").getValuesAs(JsonObject.class);
        assertThat(documents).hasSize(4);
        assertThat(documents.get(0).getInt("size")).isEqualTo(message.length);
        assertThat(told.getJsonArray("leftInside")).isEmpty();
        Client correspondence = archive.client("correspondence");
        JsonObject program = correspondence
                .get("/api/v1/documents/" + documents.get(3).getString("id") + "?purpose=P-REPLY")
                .require(200)
                .json();
        assertThat(program.getString("state"))
                .as("a program is stored, and put aside (policy, letter.attachments)")
                .isEqualTo("quarantined");
        JsonObject file = correspondence
                .get("/api/v1/applications/" + told.getString("number") + "?purpose=P-REPLY")
                .require(200)
                .json();
        assertThat(file.getString("class")).isEqualTo("RC-LETTER");
        assertThat(file.getString("unit")).isEqualTo("HQ");
        assertThat(file.toString()).contains("nigar@example.org");
        assertThat(content(correspondence, documents.get(0))).isEqualTo(message);
        assertThat(new String(content(correspondence, documents.get(1)), StandardCharsets.UTF_8))
                .contains("Salam, müraciət");
        assertThat(content(correspondence, documents.get(2))).isEqualTo(paper);
        archive.client("officer")
                .get("/api/v1/applications/" + told.getString("number") + "?purpose=P-SERVICE")
                .requireProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "proposal", "complaint", "request"})
    @Clause("COL-3")
    void aFormOfEachKindIsTakenInWithItsFourContactFields(String kind, RunningArchive archive) {
        JsonObject told = written(archive, form(kind)).require(201).json();

        JsonObject file = archive.client("correspondence")
                .get("/api/v1/applications/" + told.getString("number") + "?purpose=P-REPLY")
                .require(200)
                .json();
        assertThat(file.toString()).contains("+994501112233", "yazan@example.org", "AZ1000", "Bakı, Nizami 5");
        assertThat(told.getJsonArray("documents")).hasSize(1);
        assertThat(Orders.of(archive)
                        .text(
                                "select string_agg(distinct d.record_class || ' ' || c.channel, ',') from archive.document d"
                                        + " join archive.case_file c on c.id = d.case_id where d.id = '"
                                        + told.getJsonArray("documents")
                                                .getJsonObject(0)
                                                .getString("id") + "'"))
                .isEqualTo("RC-LETTER web-form");
    }

    @Test
    void anAnsweredLetterIsKeptForThreeYearsFromItsAnswer(RunningArchive archive) {
        JsonObject told = written(archive, form("request")).require(201).json();
        Client correspondence = archive.client("correspondence");
        String path = LETTERS + "/" + told.getString("number") + "/answer";

        correspondence.post(path, "{\"text\":\"Thank you.\"}").requireProblem(400, "purpose-required");
        JsonObject answer = correspondence
                .post(path + "?purpose=P-REPLY", "{\"text\":\"Thank you.\"}")
                .require(200)
                .json();

        assertThat(answer.getJsonObject("sendTo").getString("email")).isEqualTo("yazan@example.org");
        assertThat(Orders.of(archive)
                        .text(
                                "select c.state || ' ' || d.retention_end from archive.document d join archive.case_file c"
                                        + " on c.id = d.case_id where d.id = '" + answer.getString("document") + "'"))
                .isEqualTo("decided " + LocalDate.now(BAKU).plusYears(KEPT_YEARS));
        correspondence.post(path + "?purpose=P-REPLY", "{\"text\":\"Again.\"}").requireProblem(409, "already-decided");
        assertThat(archive.client("portal")
                        .get("/api/v1/notices?application=" + told.getString("number"))
                        .require(200)
                        .json()
                        .getJsonArray("items"))
                .as("the answer goes out by itself, no notice beside it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied\r\n", "Return-Path: <>\r\n", "Precedence: bulk\r\n"})
    @DisplayName("bounces and loops: received, never answered")
    void whatAMachineSentIsReceivedAndNeverAnswered(String field, RunningArchive archive) {
        byte[] message = mail(
                field + "From: robot@example.org\r\n",
                Sample.pdf("bounce " + UUID.randomUUID()).bytes());

        JsonObject told = mailed(archive, "request", message).require(201).json();

        assertThat(told.getBoolean("answerable")).isFalse();
        archive.client("correspondence")
                .post(LETTERS + "/" + told.getString("number") + "/answer?purpose=P-REPLY", "{\"text\":\"Hello.\"}")
                .requireProblem(409, "never-answered");
    }

    @Test
    void aLetterIsPassedOnToAnotherUnit(RunningArchive archive) {
        String number = written(archive, form("request")).require(201).json().getString("number");
        Client correspondence = archive.client("correspondence");

        correspondence
                .post(
                        LETTERS + "/" + number + "/forwarding?purpose=P-REPLY",
                        "{\"unit\":\"RD-1\",\"reason\":\"theirs\"}")
                .require(204);

        correspondence
                .post(LETTERS + "/" + number + "/answer?purpose=P-REPLY", "{\"text\":\"Hello.\"}")
                .requireProblem(404, "not-found");
    }

    @Test
    void whatIsNoLetterIsRefused(RunningArchive archive) {
        mailed(archive, "request", "no head at all".getBytes(StandardCharsets.UTF_8))
                .requireProblem(400, "malformed");
        mailed(archive, "poem", mail("From: a@example.org\r\n", new byte[0])).requireProblem(400, "malformed");
        written(archive, form("request").replaceAll("\"from\":\\{[^}]*}", "\"from\":{\"surname\":\"X\"}"))
                .requireProblem(400, "malformed");
        written(archive, form("request").replace("\"text\"", "\"channel\":\"phone\",\"text\""))
                .requireProblem(422, "channel-not-accepted");
        archive.client("officer").post(LETTERS, form("request")).requireProblem(403, "not-allowed");
    }

    private static byte[] content(Client client, JsonObject document) {
        return client.get("/api/v1/documents/" + document.getString("id") + "/content?purpose=P-REPLY")
                .require(200)
                .body();
    }

    private static Answer mailed(RunningArchive archive, String kind, byte[] message) {
        return archive.client("portal").post(LETTERS + "?kind=" + kind, "message/rfc822", message);
    }

    private static Answer written(RunningArchive archive, String form) {
        return archive.client("portal").post(LETTERS, form);
    }

    private static byte[] mail(String head, byte[] paper) {
        Base64.Encoder lines = Base64.getMimeEncoder();
        return (head + "To: info@migration.gov.az\r\nSubject: Letter\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSalam, müraciət " + UUID.randomUUID()
                        + "\r\n--b\r\nContent-Type: application/pdf\r\n"
                        + "Content-Disposition: attachment; filename=\"paper.pdf\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + lines.encodeToString(paper)
                        + "\r\n--b\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + lines.encodeToString("MZ is a program".getBytes(StandardCharsets.US_ASCII)) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String form(String kind) {
        return "{\"kind\":\"" + kind + "\",\"subject\":\"A question\",\"text\":\"When? " + UUID.randomUUID()
                + "\",\"from\":{\"surname\":\"Yazanova\",\"phone\":\"+994501112233\",\"email\":\"yazan@example.org\","
                + "\"postalCode\":\"AZ1000\",\"address\":\"Bakı, Nizami 5\"}}";
    }
}
