package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody with the database superuser, the whole bucket, every state that either ever had, and today's roots reads what was destroyed
 * until the last root that reached it is gone, and nothing of it afterwards.
 */
class DestroyedStaysDestroyedIT {
    private static final int ROTATIONS_UNTIL_GONE = 8;

    private static RunningArchive archive;
    private static final Loot LOOT = new Loot();

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("forgotten");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Clause("STO-4")
    void whatWasDestroyedIsReadUntilTheLastRootIsGoneAndByNobodyAfterwards() throws Exception {
        Lodged ofLiving = archive.portal().lodge(Forms.workPermit("RD-1", "Yasayanova"));
        Sample going = Sample.pdf("forgotten paper of a living person");
        Sample staying = Sample.pdf("paper that stays");
        String gone = sent(ofLiving, going, "gone-name.pdf");
        String kept = sent(ofLiving, staying, "kept-name.pdf");
        Lodged ofErased = archive.portal().lodge(Forms.workPermit("RD-1", "Silinmisova"));
        String erased = sent(ofErased, Sample.pdf("paper of an erased person"), "erased-name.pdf");
        for (String document : new String[] {gone, kept, erased}) {
            archive.staff("officer").content(document, "P-SERVICE").require(200);
        }
        archive.stranger().get(ofErased.path(), "Access-Code", "AAAA-AAAA-AAAA").require(401);
        String erasedCase = caseOf(erased);
        LOOT.take(archive);

        UUID order = order(gone, erasedCase);
        archive.staff("officer").content(gone, "P-SERVICE").require(404);
        archive.staff("officer").view(ofErased, "P-SERVICE").require(404);
        for (int rotation = 1; rotation < ROTATIONS_UNTIL_GONE; rotation++) {
            rotateAndLoot();
        }
        String before = read(going, ofErased);
        assertThat(Orders.of(archive).certificate(order)).isEqualTo("true false");
        rotateAndLoot();
        String after = read(going, ofErased);

        for (String fact : new String[] {
            "forgotten paper of a living person",
            "gone-name.pdf",
            sha256(going),
            "token of " + sha256(going),
            "paper of an erased person",
            "erased-name.pdf",
            "Silinmisova",
            ofErased.number().replace("-", ""),
            "token of " + HexFormat.of().formatHex(digits(ofErased)),
            "token of " + HexFormat.of().formatHex(failedAttempt(ofErased)),
            "token of " + HexFormat.of().formatHex(born("SILINMISOVA")),
            "Optional[" + erasedCase + "]"
        }) {
            assertThat(before).as("before the last root was gone").contains(fact);
            assertThat(after).as("after the last root was gone").doesNotContain(fact);
        }
        assertThat(after).contains("paper that stays", "kept-name.pdf", "Yasayanova");
        assertThat(Orders.of(archive).certificate(order)).isEqualTo("true true");
        assertThat(archive.staff("officer")
                        .content(kept, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(staying.bytes());
    }

    @Test
    void withoutTheRootsNothingIsRead() throws Exception {
        Loot loot = new Loot();
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Qorunanova"));
        Sample paper = Sample.pdf("nobody reads this");
        sent(lodged, paper, "unread.pdf");
        loot.take(archive);
        Path noRoots = PrivateFiles.folder(Path.of("target", "no-roots").toAbsolutePath());

        assertThat(Thief.read(
                        loot,
                        noRoots,
                        Path.of("target", "no-roots-copy").toAbsolutePath(),
                        MessageDigest.getInstance("SHA-256").digest(paper.bytes()),
                        digits(lodged)))
                .isEmpty();
    }

    private static String sent(Lodged lodged, Sample sample, String name) {
        String id = archive.portal()
                .uploadAsForm(lodged, "passport", name, sample, "Idempotency-Key", name)
                .require(201)
                .json()
                .getString("id");
        archive.awaitRead(id);
        return id;
    }

    private static String caseOf(String document) {
        return Orders.of(archive).text("select case_id from archive.document where id = '" + document + "'");
    }

    /** The document, and the other's case with everybody in it. */
    private static UUID order(String document, String caseFile) {
        UUID order = Orders.of(archive)
                .order("select 'document', uuid('" + document + "') union all select 'case', uuid('" + caseFile + "')"
                        + " union all select 'person', subject_id from archive.case_party where case_id = '" + caseFile
                        + "'");
        Orders.of(archive).awaitCarriedOut(order);
        assertThat(Path.of(archive.home() + "/objects/muhafiz").resolve("tombstones"))
                .isNotEmptyDirectory();
        return order;
    }

    private static void rotateAndLoot() {
        LOOT.take(archive);
        archive.client("custodian").post("/api/v1/keys/rotations", "{}").require(200);
        LOOT.take(archive);
    }

    private static String read(Sample going, Lodged erased) throws Exception {
        return Thief.read(
                LOOT,
                archive.home().resolve("roots"),
                Path.of("target", "stolen-roots").toAbsolutePath(),
                MessageDigest.getInstance("SHA-256").digest(going.bytes()),
                digits(erased),
                failedAttempt(erased),
                born("SILINMISOVA"));
    }

    /** What a failed attempt is counted under. */
    private static byte[] failedAttempt(Lodged lodged) {
        return (lodged.number().replace("-", "") + " 127.0.0.0/24").getBytes(StandardCharsets.US_ASCII);
    }

    /** Surname and day of birth, by which a person is searched for; the day is that of every person in {@link Forms}. */
    private static byte[] born(String foldedSurname) {
        return (foldedSurname + " 1990-04-17").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] digits(Lodged lodged) {
        return lodged.number().replace("-", "").getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(Sample sample) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sample.bytes()));
    }
}
