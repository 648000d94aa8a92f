package muhafiz.itest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.Staff;
import muhafiz.stand.Part;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Promise 6, its bodies: 1 GiB goes in and out of a server of 256 MiB, where the policy lets it. The policy under test takes
 * passports of 1 GiB; every other kind keeps the shipped limit.
 */
class LargeBodiesIT {
    private static final long GIBIBYTE = 1L << 30;
    private static final long SHIPPED_LIMIT = 26_214_400; // policy, document_kinds.defaults.max_bytes
    private static final int MOST_MORE_HEAP = 64; // MiB
    private static final long SEED = 20_261_122;
    private static final Duration DID_NOT_HANG = Duration.ofMinutes(10);
    private static final Path CONFIG = Path.of("target", "large-config").toAbsolutePath();
    private static final Path COLLECTIONS = Path.of("target", "large-gc.log").toAbsolutePath();

    private static RunningArchive archive;

    @BeforeAll
    static void start() throws IOException {
        Files.deleteIfExists(COLLECTIONS);
        archive = RunningArchive.start("large", settings -> {
            ChangedConfig config = ChangedConfig.of(settings, CONFIG)
                    .with("policy.yaml", "mrz: required, validity", "mrz: required, max_bytes: 1073741824, validity");
            return settings.withConfig(config.folder()).withServerArguments(LiveHeap.arguments(COLLECTIONS));
        });
    }

    @AfterAll
    static void stop() throws IOException {
        archive.close();
        PrivateFiles.remove(archive.home().resolve("objects"));
    }

    @Test
    void aGibibyteGoesInAndOutAndAnAnswerOfTwoGoesOutInLittleMemory() throws Exception {
        Lodged lodged = lodge();
        warmUp();
        int idle = LiveHeap.now(archive, COLLECTIONS);
        Written byStore = Written.by(archive, Part.OBJECTS);
        Written byServer = Written.by(archive, Part.SERVER);

        try (LiveHeap heap = LiveHeap.watch(archive, COLLECTIONS)) {
            Answer received = upload(lodged, "passport", GIBIBYTE).require(201);
            String sha256 = download(received.json().getString("id"));

            assertThat(sha256).isEqualTo(sha256(new GeneratedBody(SEED, GIBIBYTE)));
            assertThat(received.json().getString("sha256")).isEqualTo(sha256);
            assertThat(heap.looks()).as("full collections meanwhile").isGreaterThan(2);
            assertThat(heap.most()).as("MiB that lived, idle were %d", idle).isLessThanOrEqualTo(idle + MOST_MORE_HEAP);
        }
        assertThat(Written.by(archive, Part.OBJECTS).since(byStore)).isBetween(GIBIBYTE, GIBIBYTE / 10 * 11);
        assertThat(Written.by(archive, Part.SERVER).since(byServer)).isLessThan(GIBIBYTE / 100);
        answerOfTwoGibibytes(lodged);
    }

    /** @param lodged where one lies already */
    private static void answerOfTwoGibibytes(Lodged lodged) throws Exception {
        upload(lodged, "passport", GIBIBYTE - 1).require(201);
        String answer = granted(lodged);
        int idle = LiveHeap.now(archive, COLLECTIONS);

        try (LiveHeap heap = LiveHeap.watch(archive, COLLECTIONS)) {
            long bytes = length("dpo", answer);

            assertThat(bytes).isBetween(2 * GIBIBYTE, 2 * GIBIBYTE + (4 << 20));
            assertThat(heap.looks()).as("full collections meanwhile").isGreaterThan(2);
            assertThat(heap.most()).as("MiB that lived, idle were %d", idle).isLessThanOrEqualTo(idle + MOST_MORE_HEAP);
        }
    }

    /** Where the answer is to whoever lodged this application and asked what is kept of them. */
    private static String granted(Lodged lodged) {
        Client dpo = archive.client("dpo");
        String request = "/api/v1/requests/"
                + dpo.post(
                                "/api/v1/requests",
                                "{\"kind\":\"ACCESS\",\"channel\":\"post\",\"subject\":\"" + lodged.number() + "\"}")
                        .require(201)
                        .json()
                        .getString("number");
        dpo.post(request + "/identity", "{\"level\":\"L2\",\"method\":\"passport_in_person\"}")
                .require(200);
        dpo.post(request + "/decision", "{\"outcome\":\"granted\"}").require(200);
        return request + "/answer?purpose=P-RIGHTS";
    }

    private static long length(String user, String path) throws Exception {
        Client client = archive.client(user);
        HttpResponse<InputStream> answer =
                client.open(client.request(path).timeout(DID_NOT_HANG).build());
        try (InputStream body = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void aByteMoreThanTheLimitIsRefusedBeforeAnyByteWhereTheLengthSaysSo() throws IOException {
        isTooLarge(lodge(), "photo", SHIPPED_LIMIT);
        isTooLarge(lodge(), "passport", GIBIBYTE);
    }

    private static void isTooLarge(Lodged lodged, String kind, long limit) throws IOException {
        String length = Long.toString(limit + 1);
        try (OpenCall call = OpenCall.begin(
                archive.client("portal"),
                "POST",
                path(lodged, kind),
                "Content-Type",
                "application/pdf",
                "Content-Length",
                length)) {
            String head = call.head(); // not a byte of the body was sent
            int answered = Integer.parseInt(head.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
            String problem = new String(call.read(answered), StandardCharsets.UTF_8);

            assertThat(OpenCall.statusOf(head)).isEqualTo(413);
            assertThat(problem).contains("too-large").contains(Long.toString(limit));
        }
    }

    @Test
    void aByteMoreThanTheLimitIsRefusedWhereNoLengthIsSaid() {
        Lodged lodged = lodge();

        Answer refused = archive.client("portal")
                .send(
                        "POST",
                        path(lodged, "photo"),
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> new GeneratedBody(SEED, SHIPPED_LIMIT + 1)));

        refused.requireProblem(413, "too-large");
        assertThat(refused.json().getString("limit")).isEqualTo(Long.toString(SHIPPED_LIMIT));
    }

    /** Everything that is loaded once is loaded before the idle heap is measured. */
    private static void warmUp() {
        Sample small = Sample.pdf("warm", 3 << 20);
        String id = archive.portal().uploaded(lodge(), "passport", small);
        archive.awaitRead(id);
        assertThat(archive.staff("officer").content(id, "P-SERVICE").body()).isEqualTo(small.bytes());
    }

    private static Answer upload(Lodged lodged, String kind, long length) {
        Client portal = archive.client("portal");
        return portal.send(portal.request(path(lodged, kind), "Content-Type", "application/pdf")
                .timeout(DID_NOT_HANG)
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new GeneratedBody(SEED, length)), length))
                .build());
    }

    /** SHA-256 of what came. */
    private static String download(String id) throws Exception {
        Client officer = archive.client("officer");
        HttpRequest request = officer.request(Staff.contentPath(id, "P-SERVICE"))
                .timeout(DID_NOT_HANG)
                .build();
        HttpResponse<InputStream> answer = officer.open(request);
        try (InputStream body = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return sha256(body);
        }
    }

    private static String sha256(InputStream body) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Lodged lodge() {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Böyükov"));
    }

    private static String path(Lodged lodged, String kind) {
        return lodged.path() + "/documents?kind=" + kind;
    }
}
