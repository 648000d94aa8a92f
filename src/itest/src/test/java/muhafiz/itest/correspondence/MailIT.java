package muhafiz.itest.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.JsonObject;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.forgotten.Orders;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.scenario.WorkPermit;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.Part;
import muhafiz.stand.StandSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** E-mail over TLS: notices go out once a server has taken them, letters leave their mailbox once they are acknowledged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target", "mail").toAbsolutePath();
    private static final String PASSWORD = "of-the-mailbox";
    private static final int PARTS = 100; // README, limits of an e-mail

    private PickySmtp smtp;
    private GreenMail imap;
    private GreenMailUser mailbox;
    private MailKeys keys;
    private RunningArchive archive;

    @BeforeAll
    void start() throws Exception {
        keys = MailKeys.make(FOLDER);
        smtp = PickySmtp.open(keys.sockets(), 0);
        imap = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS).dynamicPort());
        imap.start();
        mailbox = imap.setUser("info@archive.example", "info", PASSWORD);
        archive = RunningArchive.start("mail", this::settings);
    }

    private StandSettings settings(StandSettings settings) {
        try {
            Path secret = FOLDER.resolve("password");
            Files.writeString(secret, PASSWORD + "\n");
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            return settings.withConfig(ChangedConfig.of(settings, FOLDER.resolve("config"))
                    .with("archive.properties", "mail.smtp.host=\n", "mail.smtp.host=127.0.0.1\n")
                    .with("archive.properties", "mail.smtp.port=587", "mail.smtp.port=" + smtp.port())
                    .with("archive.properties", "mail.smtp.security=starttls", "mail.smtp.security=tls")
                    .with("archive.properties", "mail.from=\n", "mail.from=no-reply@archive.example\n")
                    .with("archive.properties", "mail.imap.host=\n", "mail.imap.host=127.0.0.1\n")
                    .with(
                            "archive.properties",
                            "mail.imap.port=993",
                            "mail.imap.port=" + imap.getImaps().getPort())
                    .with("archive.properties", "mail.imap.user=\n", "mail.imap.user=info\n")
                    .with(
                            "archive.properties",
                            "mail.imap.password-file=\n",
                            "mail.imap.password-file=" + secret + "\n")
                    .with("archive.properties", "mail.every=PT1M", "mail.every=PT1S")
                    .with("archive.properties", "mail.trusted=\n", "mail.trusted=" + keys.certificate() + "\n")
                    .folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() throws Exception {
        archive.close();
        imap.stop();
        smtp.close();
    }

    /** An application that has just come into work, of which its applicant is told. */
    private Lodged told(String surname, String email) {
        Lodged lodged = archive.portal()
                .lodge(Forms.workPermit("RD-1", surname)
                        .replace("aynur@example.org", email)
                        .replace(
                                "\"phone\":\"+994501234567\"",
                                "\"phone\":\"+994501234567\",\"contactVerifiedOn\":\"2026-01-31\"")
                        .replace("\"term\"", "\"language\":\"ru\",\"term\""));
        WorkPermit.complete(archive, lodged, UUID.randomUUID().toString());
        return lodged;
    }

    private JsonObject notice(Lodged lodged) {
        return archive.client("portal")
                .get("/api/v1/notices?application=" + lodged.number())
                .require(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private void awaitState(Lodged lodged, String state) {
        Patience.until(
                SOON,
                "the notice is " + state,
                () -> notice(lodged).getString("state").equals(state));
    }

    @Test
    @DisplayName(
            "TRK-3: a change of status goes to the verified address in the person's language, without case content")
    void aNoticeIsSentOnceTheServerHasTakenIt() throws Exception {
        LogBook.Mark log = LogBook.of(archive).mark();

        Lodged lodged = told("Məktubova", "mektub@example.org");
        awaitState(lodged, "sent");

        List<PickySmtp.Taken> taken = smtp.takenFor("mektub@example.org");
        assertThat(taken).hasSize(1);
        MimeMessage message = parsed(taken.get(0).raw());
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<" + notice(lodged).getString("id") + "@archive.example>");
        assertThat(message.getFrom()[0]).hasToString("no-reply@archive.example");
        assertThat(message.getContent().toString()).contains("кабинет");
        assertThat(MimeUtility.decodeText(message.getSubject()) + message.getContent())
                .doesNotContain("Məktubova", "Aynur", lodged.number());
        assertThat(log.allSince())
                .anySatisfy(entry -> assertThat(entry.publicPart().rule()).isEqualTo("archive.mail"));
    }

    private static MimeMessage parsed(String raw) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatTheServerRefusesForNowIsSentLaterAsTheSameMessage() {
        smtp.answer("later@example.org", "451 4.3.0 not now");
        Lodged lodged = told("Sonra", "later@example.org");
        Patience.until(SOON, "tried once", () -> notice(lodged).getInt("tries") == 1);
        assertThat(notice(lodged).getString("state")).isEqualTo("queued");

        smtp.answer("later@example.org", "");
        Orders.of(archive).text("update archive.notice set due_at = now() where tries = 1 returning 1");
        awaitState(lodged, "sent");

        assertThat(smtp.takenFor("later@example.org"))
                .singleElement()
                .satisfies(one -> assertThat(one.raw()).contains(notice(lodged).getString("id") + "@archive.example"));
    }

    @Test
    void whatTheServerRefusesForGoodHasFailedAndWaitsToBeShown() {
        smtp.answer("gone@example.org", "550 5.1.1 <gone@example.org> nobody here");

        Lodged lodged = told("Yoxdur", "gone@example.org");
        awaitState(lodged, "failed");

        assertThat(smtp.takenFor("gone@example.org")).isEmpty();
        archive.client("portal")
                .post("/api/v1/notices/" + notice(lodged).getString("id") + "/sent", "{\"outcome\":\"shown\"}")
                .require(200);
    }

    @Test
    void anAddressThatWouldBeSeveralIsNobodys() {
        Lodged lodged = told("Çoxlu", "one@example.org,two@example.org");

        awaitState(lodged, "failed");

        assertThat(smtp.taken())
                .noneMatch(one -> one.to().startsWith("one@") || one.to().startsWith("two@"));
    }

    @Test
    void whileTheServerIsAwayNothingCountsAsTriedAndReadinessSaysSo() throws Exception {
        int port = smtp.port();
        smtp.close();
        Lodged lodged = told("Gözləyən", "waiting@example.org");
        Patience.until(
                SOON,
                "readiness warns",
                () -> archive.management().get("/health/ready").text().contains("notices-not-sent"));
        assertThat(notice(lodged).getInt("tries")).isZero();
        assertThat(archive.client("portal")
                        .get("/api/v1/notices?limit=100")
                        .require(200)
                        .text())
                .as("what the archive sends, nobody else is asked to send")
                .doesNotContain(notice(lodged).getString("id"));

        smtp = PickySmtp.open(keys.sockets(), port);
        awaitState(lodged, "sent");
    }

    @Test
    @DisplayName(
            "COL-3, RGT-7: a letter that lies in the mailbox becomes a file with its documents, and leaves the mailbox")
    @Clause("COL-3")
    void aLetterLeavesTheMailboxOnceItIsAcknowledged() throws Exception {
        String writer = writer();

        deliver(letter(writer, "", Sample.pdf("attached " + writer).bytes()));
        awaitEmpty();

        String number = only(writer);
        assertThat(documents()).as("the original, its words, what was attached").isEqualTo(3);
        archive.client("correspondence")
                .post("/api/v1/letters/" + number + "/answer?purpose=P-REPLY", "{\"text\":\"Received.\"}")
                .require(200);
    }

    @Test
    void whatAMachineSentIsKeptAndNeverAnswered() throws Exception {
        String writer = writer();

        deliver(letter(writer, "Auto-Submitted: auto-replied\r\n", new byte[0]));
        awaitEmpty();

        archive.client("correspondence")
                .post("/api/v1/letters/" + only(writer) + "/answer?purpose=P-REPLY", "{\"text\":\"Received.\"}")
                .requireProblem(409, "never-answered");
        assertThat(smtp.taken()).noneMatch(one -> one.to().equals(writer));
    }

    @Test
    void whatCannotBeTakenInIsPutAsideAndStopsNobody() throws Exception {
        String hostile = writer();
        String honest = writer();
        StringBuilder parts = new StringBuilder("From: " + hostile + "\r\nSubject: many\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i <= PARTS; i++) {
            parts.append("--b\r\n\r\npart ").append(i).append("\r\n");
        }
        LogBook.Mark log = LogBook.of(archive).mark();

        deliver(parts.append("--b--\r\n").toString());
        deliver(letter(honest, "", new byte[0]));
        awaitEmpty();

        only(honest);
        assertThat(found(hostile)).isEmpty();
        assertThat(imap.getManagers()
                        .getImapHostManager()
                        .getFolder(mailbox, "Aside")
                        .getMessageCount())
                .isEqualTo(1);
        assertThat(log.since()).anySatisfy(entry -> {
            assertThat(entry.publicPart().action()).isEqualTo("denied");
            assertThat(entry.publicPart().outcome()).isEqualTo("failed");
        });
    }

    @Test
    void whatSomebodyElseMarkedAsDeletedStaysWhereItIs() throws Exception {
        var inbox = imap.getManagers().getImapHostManager().getInbox(mailbox);
        String others = writer();
        inbox.appendMessage(parsed(letter(others, "", new byte[0])), new Flags(Flags.Flag.DELETED), new Date());
        String honest = writer();

        deliver(letter(honest, "", new byte[0]));
        Patience.until(SOON, "the other one was taken in and left", () -> inbox.getMessageCount() == 1);

        only(honest);
        assertThat(found(others)).isEmpty();
        inbox.deleteAllMessages();
    }

    @Test
    void aServerThatIsKilledMeanwhileTakesALetterInOnce() throws Exception {
        String writer = writer();
        byte[][] papers = new byte[30][];
        for (int i = 0; i < papers.length; i++) {
            papers[i] = Sample.pdf("paper " + i + " " + writer).bytes();
        }
        String before = count();

        deliver(letter(writer, "", papers));
        Patience.until(SOON, "its file is open", () -> !count().equals(before));
        archive.stand().kill(Part.SERVER);
        archive.stand().awaitReady(Part.SERVER, SOON);
        awaitEmpty();

        only(writer);
        assertThat(documents()).isEqualTo(papers.length + 2);
        assertThat(Orders.of(archive).text("select count(*) from archive.mail_taken"))
                .isEqualTo("0");
    }

    private String count() {
        return Orders.of(archive).text("select count(*) from archive.case_file where record_class = 'RC-LETTER'");
    }

    private static String writer() {
        return "w" + UUID.randomUUID() + "@example.org";
    }

    private static String letter(String from, String head, byte[]... attached) {
        StringBuilder mail = new StringBuilder("From: Nigar <" + from + ">\r\nTo: info@archive.example\r\n" + head
                + "Subject: A request\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHörmətli, " + from + "\r\n");
        for (byte[] one : attached) {
            if (one.length > 0) {
                mail.append(
                        "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n"
                                + Base64.getMimeEncoder().encodeToString(one) + "\r\n");
            }
        }
        return mail.append("--b--\r\n").toString();
    }

    private void deliver(String message) throws Exception {
        mailbox.deliver(parsed(message));
    }

    private void awaitEmpty() {
        Patience.until(SOON, "the mailbox is empty", () -> {
            try {
                return imap.getManagers().getImapHostManager().getInbox(mailbox).getMessageCount() == 0;
            } catch (FolderException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<JsonObject> found(String writer) {
        return archive.staff("correspondence")
                .searchFor("{\"email\":\"" + writer + "\"}", "P-REPLY")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private String only(String writer) {
        List<JsonObject> files = found(writer);
        assertThat(files).hasSize(1);
        return files.get(0).getString("number");
    }

    /** Of the newest letter. */
    private int documents() {
        return Integer.parseInt(Orders.of(archive)
                .text("select count(*) from archive.document where case_id = (select case_id from archive.document"
                        + " where record_class = 'RC-LETTER' order by received_at desc, id limit 1)"));
    }
}
