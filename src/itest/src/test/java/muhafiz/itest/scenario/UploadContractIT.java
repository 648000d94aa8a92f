package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code POST /applications/{number}/documents}: the ways in, and the ways it is refused. */
@ExtendWith(SharedArchive.class)
class UploadContractIT {
    private static final int SHIPPED_LIMIT = 26_214_400; // policy, document_kinds.defaults.max_bytes

    @Test
    void aDocumentMayComeAsTheFormPartNamedFile(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("as a form");

        Answer received = archive.portal().uploadAsForm(lodged, "passport", "Pasport – şəkil.pdf", passport);

        JsonObject json = received.require(201).json();
        assertThat(json.getString("sha256")).isEqualTo(Bytes.sha256(passport.bytes()));
        Answer content = archive.staff("officer")
                .content(json.getString("id"), "P-SERVICE")
                .require(200);
        assertThat(content.body()).isEqualTo(passport.bytes());
        assertThat(content.header("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("Pasport%20%E2%80%93%20%C5%9F%C9%99kil.pdf");
    }

    @Test
    void aFormHasOnePartNamedFile(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        String other = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n";
        String cut = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF-1.4";

        for (String form : new String[] {other, cut, ""}) {
            Answer refused = archive.client("portal")
                    .post(path(lodged, "passport"), "multipart/form-data; boundary=b", form.getBytes());

            refused.requireProblem(400, "malformed");
        }
    }

    @Test
    void aBodyMayComeInChunksWithoutItsLength(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("in chunks", 3_000_000);

        Answer received = archive.client("portal")
                .send(
                        "POST",
                        path(lodged, "passport"),
                        passport.mediaType(),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(passport.bytes())));

        assertThat(received.require(201).json().getInt("size")).isEqualTo(passport.bytes().length);
        assertThat(archive.staff("officer")
                        .content(received.json().getString("id"), "P-SERVICE")
                        .body())
                .isEqualTo(passport.bytes());
    }

    @Test
    void theBytesMustBeThoseOfTheirDigest(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("with a digest");
        String right = Bytes.contentDigest(passport.bytes());
        String wrong = Bytes.contentDigest(new byte[] {1});

        archive.portal()
                .upload(lodged, "passport", passport, "Content-Digest", wrong)
                .requireProblem(400, "digest-mismatch");
        archive.portal()
                .upload(lodged, "passport", passport, "Content-Digest", "sha-256=nonsense")
                .requireProblem(400, "malformed");
        archive.portal()
                .upload(lodged, "passport", passport, "Content-Digest", right)
                .require(201);
    }

    @Test
    void moreThanTheKindsLimitIsRefusedAtOnceWhereTheLengthSaysSo(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        String length = Integer.toString(SHIPPED_LIMIT + 1);

        try (OpenCall call = OpenCall.begin(
                archive.client("portal"),
                "POST",
                path(lodged, "passport"),
                "Content-Type",
                "application/pdf",
                "Content-Length",
                length)) {
            assertThat(call.status()).isEqualTo(413); // not a byte of the body was sent
        }
    }

    @Test
    void moreThanTheKindsLimitIsRefusedWhereNoLengthIsSaid(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Map<?, ?> before = Bucket.of(archive).listing();

        Answer refused = archive.client("portal")
                .send(
                        "POST",
                        path(lodged, "passport"),
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> pdf(SHIPPED_LIMIT + 1)));

        refused.requireProblem(413, "too-large");
        assertThat(refused.json().getString("limit")).isEqualTo(Integer.toString(SHIPPED_LIMIT));
        assertThat(documents(archive, lodged)).isZero();
        assertThat(before).isNotNull();
    }

    @Test
    void exactlyTheKindsLimitIsTaken(RunningArchive archive) {
        Lodged lodged = lodge(archive);

        Answer received = archive.client("portal")
                .send(
                        "POST",
                        path(lodged, "passport"),
                        "application/pdf",
                        BodyPublishers.ofInputStream(() -> pdf(SHIPPED_LIMIT)));

        assertThat(received.require(201).json().getInt("size")).isEqualTo(SHIPPED_LIMIT);
    }

    @Test
    void whatIsNoDocumentOfThePolicyIsRefused(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        Sample passport = Sample.pdf("refused");
        String nobodys = "/api/v1/applications/" + Numbers.nobodys(lodged.number()) + "/documents?kind=passport";

        archive.portal().upload(lodged, "diary", passport).requireProblem(422, "kind-unknown");
        archive.client("portal")
                .post(lodged.path() + "/documents", passport.mediaType(), passport.bytes())
                .requireProblem(400, "malformed");
        archive.client("portal")
                .post(path(lodged, "passport"), "application/pdf", new byte[0])
                .requireProblem(400, "empty-body");
        archive.portal()
                .upload(lodged, "passport", new Sample("application/pdf", "\u0089PNG\r\n\u001a\n".getBytes()))
                .require(415);
        archive.client("portal")
                .post(nobodys, passport.mediaType(), passport.bytes())
                .requireProblem(404, "not-found");
    }

    @Test
    void aDocumentMayReplaceAnEarlierOneOfItsKind(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        String first = archive.portal().uploaded(lodged, "passport", Sample.pdf("blurred"));
        Sample better = Sample.pdf("sharp");

        archive.portal()
                .upload(lodged, "photo&replaces=" + first, Sample.jpeg("no"))
                .requireProblem(404, "not-found");
        archive.portal().upload(lodged, "passport&replaces=" + first, better).require(201);
    }

    @Test
    void theCallCentreBringsNoDocument(RunningArchive archive) {
        Lodged lodged = lodge(archive);

        for (String user : new String[] {"callcentre", "officer", "admin", "auditor", "custodian"}) {
            archive.client(user)
                    .post(
                            path(lodged, "passport"),
                            "application/pdf",
                            Sample.pdf("by " + user).bytes())
                    .requireProblem(404, "not-found");
        }
        assertThat(documents(archive, lodged)).isZero();
    }

    private static Lodged lodge(RunningArchive archive) {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Göndərənov"));
    }

    private static String path(Lodged lodged, String kind) {
        return lodged.path() + "/documents?kind=" + kind;
    }

    private static int documents(RunningArchive archive, Lodged lodged) {
        return archive.staff("officer")
                .view(lodged, "P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("documents")
                .size();
    }

    private static InputStream pdf(int bytes) {
        byte[] head = "%PDF-1.4\n".getBytes();
        return new SequenceInputStream(
                new ByteArrayInputStream(head), new ByteArrayInputStream(new byte[bytes - head.length]));
    }
}
