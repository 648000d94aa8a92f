package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Tus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in parts: what tus 1.0 (tus.io/protocols/resumable-upload) says of a server, and what the archive promises besides. */
@ExtendWith(SharedArchive.class)
class UploadInPartsIT {
    private static final int SHIPPED_LIMIT = 26_214_400; // policy, document_kinds.defaults.max_bytes
    private static final int PER_APPLICATION = 20; // archive.properties, uploads.open-per-application
    private static final int ABANDONED_AFTER = 14; // policy, RC-QUAR, days
    private static final String[] NAMED = {"Upload-Metadata", "filename UGFzcG9ydC5wZGY=,note 0Y8="};

    private static Lodged lodge(RunningArchive archive) {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Hissəli"));
    }

    private static byte[] piece(Sample whole, int from, int to) {
        return Arrays.copyOfRange(whole.bytes(), from, to);
    }

    @Test
    void theServerSaysWhatItCanDo(RunningArchive archive) {
        Answer able = archive.client("portal")
                .send(archive.client("portal")
                        .request(Tus.UPLOADS)
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build());

        able.require(204);
        assertThat(able.header("Tus-Resumable")).contains("1.0.0");
        assertThat(able.header("Tus-Version")).contains("1.0.0");
        assertThat(able.header("Tus-Extension").orElseThrow().split(","))
                .containsExactlyInAnyOrder("creation", "checksum", "termination", "expiration");
        assertThat(able.header("Tus-Checksum-Algorithm").orElseThrow().split(","))
                .contains("sha1");
        assertThat(Long.parseLong(able.header("Tus-Max-Size").orElseThrow())).isGreaterThanOrEqualTo(SHIPPED_LIMIT);
    }

    @Test
    void aDocumentInPartsIsTheSameDocument(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("in three parts", 1_500_000);
        int length = passport.bytes().length;
        Tus tus = new Tus(archive.client("portal"));

        String upload = tus.begun(lodged, "passport", length, NAMED);
        Answer first = tus.append(upload, 0, piece(passport, 0, 700_000)).require(204);
        Answer second =
                tus.append(upload, 700_000, piece(passport, 700_000, 700_001)).require(204);
        Answer standing = tus.look(upload).require(200);
        Answer last =
                tus.append(upload, 700_001, piece(passport, 700_001, length)).require(204);

        assertThat(first.header("Upload-Offset")).contains("700000");
        assertThat(second.header("Upload-Offset")).contains("700001");
        assertThat(standing.header("Upload-Offset")).contains("700001");
        assertThat(standing.header("Upload-Length")).contains(Integer.toString(length));
        assertThat(standing.header("Upload-Metadata")).contains(NAMED[1]);
        assertThat(standing.header("Cache-Control")).contains("no-store");
        assertThat(standing.header("Tus-Resumable")).contains("1.0.0");
        assertThat(last.header("Upload-Offset")).contains(Integer.toString(length));
        Answer content = content(archive, last);
        assertThat(content.body()).isEqualTo(passport.bytes());
        assertThat(content.header("Content-Disposition").orElseThrow()).contains("Pasport.pdf");
        assertThat(tus.offset(upload)).isEqualTo(length);
        assertThat(tus.look(upload).header("Link")).isEqualTo(last.header("Link"));
    }

    private static Answer content(RunningArchive archive, Answer filed) {
        String link = filed.header("Link").orElseThrow();
        String id = link.replaceAll("</api/v1/documents/(.*)>; rel=\"item\"", "$1");
        return archive.staff("officer").content(id, "P-SERVICE").require(200);
    }

    @Test
    void whatCameBeforeTheLineBrokeNeedNotBeSentAgain(RunningArchive archive) throws Exception {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("over a bad line", 2_000_000);
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodged, "passport", passport.bytes().length);

        patch(tus, upload, 0, passport.bytes().length)
                .send(piece(passport, 0, 1_300_000))
                .hangUp();
        long came = settled(tus, upload);
        Answer last = tus.append(upload, came, piece(passport, (int) came, passport.bytes().length));

        assertThat(came).isBetween(1L, 1_300_000L);
        assertThat(content(archive, last.require(204)).body()).isEqualTo(passport.bytes());
    }

    private static OpenCall patch(Tus tus, String upload, long offset, int length) {
        return OpenCall.begin(
                tus.client(),
                "PATCH",
                upload,
                tus.with(
                        new String[] {"Content-Type", Tus.PART, "Content-Length", Integer.toString(length)},
                        "Upload-Offset",
                        Long.toString(offset)));
    }

    /** Where it is once the server has noticed that nobody sends any more. */
    private static long settled(Tus tus, String upload) throws InterruptedException {
        long before = -1;
        long now = tus.offset(upload);
        while (now != before || now == 0) {
            before = now;
            Thread.sleep(500);
            now = tus.offset(upload);
        }
        return now;
    }

    @Test
    void aPartGoesWhereTheUploadIs(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodge(archive), "passport", 10_000);
        Sample passport = Sample.pdf("elsewhere", 10_000);

        tus.append(upload, 1, piece(passport, 1, 10)).requireProblem(409, "offset-changed");
        tus.append(upload, 0, piece(passport, 0, 10)).require(204);
        tus.append(upload, 0, piece(passport, 0, 10)).requireProblem(409, "offset-changed");
        assertThat(tus.offset(upload)).isEqualTo(10);
    }

    @Test
    void moreThanTheWholeIsRefusedAndNothingOfItCounts(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        Lodged lodged = lodge(archive);
        String upload = tus.begun(lodged, "passport", 100);
        byte[] tooMuch = Sample.pdf("too much", 1000).bytes();

        tus.append(upload, 0, tooMuch).requireProblem(413, "too-large");
        Answer inChunks = tus.client()
                .send(
                        "PATCH",
                        upload,
                        Tus.PART,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)),
                        tus.with(new String[] {"Upload-Offset", "0"}));

        inChunks.requireProblem(413, "too-large");
        assertThat(tus.offset(upload)).isZero();
        tus.begin(lodged, "passport", SHIPPED_LIMIT + 1L).requireProblem(413, "too-large");
        tus.begin(lodged, "passport", 0).requireProblem(400, "empty-body");
        tus.begin(lodged, "passport", -1).requireProblem(400, "malformed");
    }

    @Test
    void withASumAllOfABodyCountsOrNothing(RunningArchive archive) throws Exception {
        Tus tus = new Tus(archive.client("portal"));
        Sample passport = Sample.pdf("with sums", 1_600_000);
        byte[] first = piece(passport, 0, 1_200_000);
        String upload = tus.begun(lodge(archive), "passport", passport.bytes().length);

        tus.append(upload, 0, first, "Upload-Checksum", sum("sha1", "SHA-1", piece(passport, 0, 5)))
                .requireProblem(460, "checksum-mismatch");
        tus.append(upload, 0, first, "Upload-Checksum", "crc32 AAAAAA==").requireProblem(400, "malformed");
        assertThat(tus.offset(upload)).isZero();
        tus.append(upload, 0, first, "Upload-Checksum", sum("sha1", "SHA-1", first))
                .require(204);
        byte[] rest = piece(passport, first.length, passport.bytes().length);
        tus.append(upload, first.length, rest, "Upload-Checksum", sum("sha256", "SHA-256", first))
                .requireProblem(460, "checksum-mismatch");
        Answer last = tus.append(upload, first.length, rest, "Upload-Checksum", sum("sha256", "SHA-256", rest));

        assertThat(content(archive, last.require(204)).body()).isEqualTo(passport.bytes());
    }

    private static String sum(String name, String algorithm, byte[] bytes) throws Exception {
        return name + " "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    @Test
    void whoseBytesShowThatTheyAreNoneOfTheKindIsToldWithTheFirstPart(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodge(archive), "passport", 5_000_000);

        Answer refused = tus.append(upload, 0, ("MZ" + "x".repeat(300_000)).getBytes());

        refused.requireProblem(415, "type-not-accepted");
        assertThat(tus.look(upload).status()).isEqualTo(404);
        assertThat(objects(archive, upload)).isZero();
    }

    @Test
    void whatIsRefusedAsAWholeIsGone(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("twice");
        archive.portal().uploaded(lodged, "passport", passport);
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodged, "passport", passport.bytes().length);

        tus.append(upload, 0, piece(passport, 0, 100)).require(204);
        tus.append(upload, 100, piece(passport, 100, passport.bytes().length)).requireProblem(409, "duplicate");

        assertThat(tus.look(upload).status()).isEqualTo(404);
        assertThat(objects(archive, upload)).isZero();
        assertThat(rows(archive, upload, "upload", "id")).isZero();
    }

    @Test
    void partsAreGoneOnceTheDocumentIsFiledOrTheSenderEndsIt(RunningArchive archive) {
        Sample passport = Sample.pdf("leaves nothing behind", 900_000);
        int length = passport.bytes().length;
        Tus tus = new Tus(archive.client("portal"));
        Lodged lodged = lodge(archive);
        String filed = tus.begun(lodged, "passport", length);
        String ended = tus.begun(lodged, "passport", length);
        tus.append(filed, 0, piece(passport, 0, length - 1)).require(204);
        tus.append(ended, 0, piece(passport, 0, length - 1)).require(204);
        String leaves = leaf(archive, filed) + leaf(archive, ended);
        assertThat(objects(archive, filed)).isEqualTo(2);

        tus.append(filed, length - 1, piece(passport, length - 1, length)).require(204);
        tus.end(ended).require(204);

        assertThat(objects(archive, filed) + objects(archive, ended)).isZero();
        assertThat(rows(archive, filed, "upload_part", "upload_id")).isZero();
        assertThat(rows(archive, ended, "upload", "id")).isZero();
        assertThat(leaf(archive, filed)).isEmpty();
        assertThat(leaves).hasSize(72);
        assertThat(count(archive, "select count(*) from keyring.leaf where position(id::text in '" + leaves + "') > 0"))
                .isZero();
        assertThat(tus.end(ended).status()).isEqualTo(404);
    }

    @Test
    void anUploadIsItsSendersAlone(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Lodged other = lodge(archive);
        String[] cabinet = {"On-Behalf-Of", "cabinet-1", "Assurance", "L2"};
        String upload = new Tus(archive.client("portal"), cabinet).begun(lodged, "passport", 100);

        assertThat(new Tus(archive.client("portal"), cabinet).offset(upload)).isZero();
        assertThat(new Tus(archive.client("portal")).look(upload).status()).isEqualTo(404);
        assertThat(new Tus(archive.client("reception")).look(upload).status()).isEqualTo(404);
        assertThat(new Tus(archive.stranger(), lodged.asOwner()).look(upload).status())
                .isEqualTo(404);
        assertThat(new Tus(archive.stranger(), other.asOwner()).look(upload).status())
                .isEqualTo(401);
        String elsewhere = upload.replace(lodged.number(), other.number());
        assertThat(new Tus(archive.client("portal"), cabinet).look(elsewhere).status())
                .isEqualTo(404);
        assertThat(new Tus(archive.stranger()).look(upload).status()).isEqualTo(401);
    }

    @Test
    void whoHasNothingButNumberAndCodeMaySendInParts(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("by the owner");
        Tus tus = new Tus(archive.stranger(), lodged.asOwner());

        String upload = tus.begun(lodged, "passport", passport.bytes().length);
        Answer filed = tus.append(upload, 0, passport.bytes());

        assertThat(content(archive, filed.require(204)).body()).isEqualTo(passport.bytes());
    }

    @Test
    void ofTwoWhoSendTheSameOneCounts(RunningArchive archive) throws Exception {
        Tus tus = new Tus(archive.client("portal"));
        Sample passport = Sample.pdf("at once", 600_000);
        String upload = tus.begun(lodge(archive), "passport", passport.bytes().length);
        ExecutorService both = Executors.newFixedThreadPool(4);

        Callable<Answer> whole = () -> tus.append(upload, 0, passport.bytes());
        var answers = both.invokeAll(Collections.nCopies(4, whole)).stream()
                .map(UploadInPartsIT::answer)
                .toList();
        both.shutdown();

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
        assertThat(tus.offset(upload)).isEqualTo(passport.bytes().length);
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anApplicationHasSoManyUploadsOpenAtMost(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        Lodged lodged = lodge(archive);
        String first = tus.begun(lodged, "passport", 100);
        IntStream.range(1, PER_APPLICATION).forEach(i -> tus.begun(lodged, "passport", 100));

        Answer refused = tus.begin(lodged, "passport", 100);
        tus.end(first).require(204);

        refused.requireProblem(429, "too-many-uploads");
        assertThat(refused.header("Retry-After")).isPresent();
        tus.begin(lodged, "passport", 100).require(201);
    }

    @Test
    void anAbandonedUploadEndsWithThePolicysPeriod(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        Answer begun = tus.begin(lodge(archive), "passport", 100).require(201);
        String upload = begun.header("Location").orElseThrow();

        ZonedDateTime until =
                ZonedDateTime.parse(begun.header("Upload-Expires").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(until.toInstant())
                .isBetween(
                        Instant.now()
                                .atZone(ZoneOffset.UTC)
                                .plusDays(ABANDONED_AFTER - 1)
                                .toInstant(),
                        Instant.now()
                                .atZone(ZoneOffset.UTC)
                                .plusDays(ABANDONED_AFTER)
                                .toInstant());
        LogBook.bySuperuser(archive)
                .execute("update archive.upload set ends_at = now() - interval '1 second' where id = '" + id(upload)
                        + "'");
        assertThat(tus.look(upload).status()).isEqualTo(404);
        tus.append(upload, 0, new byte[10]).requireProblem(404, "not-found");
    }

    @Test
    void anotherVersionOfTheProtocolIsNotSpoken(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Answer refused = archive.client("portal")
                .send(archive.client("portal")
                        .request(
                                Tus.UPLOADS + "?kind=passport&application=" + lodged.number(),
                                "Tus-Resumable",
                                "0.2.2",
                                "Upload-Length",
                                "5")
                        .POST(BodyPublishers.noBody())
                        .build());

        refused.requireProblem(412, "protocol-version");
        assertThat(refused.header("Tus-Version")).contains("1.0.0");
    }

    @Test
    void aClientThatKnowsOnlyPostNamesTheMethodItMeans(RunningArchive archive) {
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodge(archive), "passport", 1000);

        Answer part = tus.client()
                .send(
                        "POST",
                        upload,
                        Tus.PART,
                        BodyPublishers.ofByteArray(piece(Sample.pdf("overridden", 1000), 0, 500)),
                        tus.with(new String[] {"X-HTTP-Method-Override", "PATCH"}, "Upload-Offset", "0"));

        part.require(204);
        assertThat(tus.offset(upload)).isEqualTo(500);
    }

    @Test
    void neitherLengthNorNameNorBytesOfAnUploadStandAnywhereInClear(RunningArchive archive) throws IOException {
        Tus tus = new Tus(archive.client("portal"));
        String upload = tus.begun(lodge(archive), "passport", 7_654_321, NAMED);
        tus.append(upload, 0, piece(Sample.pdf("canary-of-parts", 1_000_000), 0, 900_001))
                .require(204);

        StringBuilder row = new StringBuilder();
        LogBook.bySuperuser(archive)
                .query(
                        "select u::text || (select string_agg(p::text, '') from archive.upload_part p where p.upload_id = u.id)"
                                + " from archive.upload u where id = '" + id(upload) + "'",
                        found -> row.append(found.getString(1)));
        assertThat(row).isNotEmpty();
        assertThat(row.toString()).doesNotContain("7654321", "900001", "Pasport", NAMED[1]);
        List<Path> files = files(archive, upload);
        assertThat(files).hasSize(2);
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary-of-parts", "%PDF");
        }
    }

    private static String id(String upload) {
        return upload.substring(Tus.UPLOADS.length() + 1, upload.indexOf('?'));
    }

    private static long objects(RunningArchive archive, String upload) {
        return files(archive, upload).size();
    }

    private static List<Path> files(RunningArchive archive, String upload) {
        return Bucket.of(archive).listing().keySet().stream()
                .filter(file -> file.toString().contains(id(upload)))
                .toList();
    }

    private static String leaf(RunningArchive archive, String upload) {
        StringBuilder leaf = new StringBuilder();
        LogBook.bySuperuser(archive)
                .query(
                        "select coalesce(leaf_id::text, '') from archive.upload where id = '" + id(upload) + "'",
                        row -> leaf.append(row.getString(1)));
        return leaf.toString();
    }

    private static long rows(RunningArchive archive, String upload, String table, String column) {
        return count(archive, "select count(*) from archive." + table + " where " + column + " = '" + id(upload) + "'");
    }

    private static long count(RunningArchive archive, String question) {
        long[] count = new long[1];
        LogBook.bySuperuser(archive).query(question, row -> count[0] = row.getLong(1));
        return count[0];
    }
}
