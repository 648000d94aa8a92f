package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the log shows of itself, checked with nothing but its formats. */
@ExtendWith(SharedArchive.class)
class ReceiptContractIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aReceiptProvesToWhoeverSentItWhatWasReceived(RunningArchive archive) {
        Sample passport = Sample.pdf("proved");
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Sübutlu"));
        String id = archive.portal().uploaded(lodged, "passport", passport);
        String path = "/api/v1/documents/" + id + "/receipt";

        for (TlogProof proof : List.of(
                proof(archive.client("portal").get(path)),
                proof(archive.stranger().get(path + "?application=" + lodged.number(), lodged.asOwner())))) {
            Receipt receipt = Receipt.of(proof);
            receipt.requireIn(proof);
            assertThat(proof.checkpoint().signedBy(keys(archive))).isNotEmpty();
            assertThat(receipt.opening().orElseThrow().document().document()).isEqualTo(UUID.fromString(id));
            assertThat(receipt.opening().orElseThrow().document().kind()).isEqualTo("passport");
            assertThat(receipt.opening().orElseThrow().document().size()).isEqualTo(passport.bytes().length);
            assertThat(HexFormat.of()
                            .formatHex(
                                    receipt.opening().orElseThrow().document().sha256()))
                    .isEqualTo(Bytes.sha256(passport.bytes()));
        }
    }

    @Test
    void anAuditorsReceiptHasTheEntryAndNoOpening(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Sübutlu"));
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("audited"));

        TlogProof proof =
                proof(archive.client("auditor").get("/api/v1/documents/" + id + "/receipt?purpose=P-OVERSIGHT"));

        Receipt.of(proof).requireIn(proof);
        assertThat(Receipt.of(proof).opening()).isEmpty();
    }

    @Test
    void anotherApplicationsCodeOpensNoReceipt(RunningArchive archive) {
        Lodged one = archive.portal().lodge(Forms.workPermit("RD-1", "Birinci"));
        Lodged other = archive.portal().lodge(Forms.workPermit("RD-1", "İkinci"));
        String id = archive.portal().uploaded(one, "passport", Sample.pdf("of one"));
        String path = "/api/v1/documents/" + id + "/receipt?application=";

        archive.stranger().get(path + other.number(), other.asOwner()).require(404);
        archive.stranger().get(path + one.number(), other.asOwner()).require(401);
    }

    @Test
    void bundlesHashToTilesAndTilesToTheSignedCheckpoint(RunningArchive archive) {
        Client auditor = archive.client("auditor");
        SignedNote note = SignedNote.parse(
                archive.stranger().get("/log/checkpoint").require(200).text());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        int width = (int) Math.min(Tile.WIDTH, checkpoint.size());
        Tile tile = new Tile(0, 0, width);
        var bundle = new EntryBundle(0, width);

        List<byte[]> entries = bundle.decode(auditor.get("/log/" + bundle.path() + "?purpose=P-OVERSIGHT")
                .require(200)
                .body());
        var hashes = tile.decode(
                archive.stranger().get("/log/" + tile.path()).require(200).body());

        assertThat(note.signedBy(keys(archive))).isNotEmpty();
        assertThat(checkpoint.origin()).isEqualTo("muhafiz.local/log");
        assertThat(entries.stream().map(MerkleTree::leafHash)).containsExactlyElementsOf(hashes);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(LogLeaf.decode(entry).encoded()).isEqualTo(entry));
        if (checkpoint.size() == width) {
            assertThat(MerkleTree.root(hashes)).isEqualTo(checkpoint.root());
        }
    }

    @Test
    void aNewKeyIsNamedByTheOldAndTheCheckpointBetweenIsSignedByBoth(RunningArchive archive) {
        VerifierKey old = newest(archive);

        String told = archive.client("custodian")
                .send(post(archive))
                .require(200)
                .json()
                .getString("vkey");

        VerifierKey fresh = VerifierKey.parse(told);
        assertThat(fresh).isNotEqualTo(old);
        Patience.until(SOON, "the new key signs", () -> newest(archive).equals(fresh));
        assertThat(statement(archive)).isPresent();
        KeyChange change = KeyChange.parse(SignedNote.parse(statement(archive).orElseThrow()));
        assertThat(change.oldKey()).isEqualTo(old);
        assertThat(change.newKey()).isEqualTo(fresh);
        String[] between = {""};
        Patience.until(SOON, "the checkpoint between", () -> {
            LogBook.of(archive)
                    .query(
                            "select note from archive.log_checkpoint where size = " + change.size(),
                            row -> between[0] = row.getString(1));
            return !between[0].isEmpty();
        });
        assertThat(SignedNote.parse(between[0]).signedBy(List.of(old, fresh))).containsExactlyInAnyOrder(old, fresh);
        archive.portal().lodge(Forms.workPermit("RD-1", "Sonrakı"));
        Patience.until(
                SOON,
                "the new key alone",
                () -> SignedNote.parse(archive.stranger().get("/log/checkpoint").text())
                        .signedBy(List.of(old, fresh))
                        .equals(Set.of(fresh)));
    }

    private static HttpRequest post(RunningArchive archive) {
        return archive.client("custodian")
                .request("/log/keys")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static Optional<String> statement(RunningArchive archive) {
        var items =
                archive.stranger().get("/log/vkey/history").require(200).json().getJsonArray("items");
        var last = items.getJsonObject(items.size() - 1);
        return last.isNull("statement") ? Optional.empty() : Optional.of(last.getString("statement"));
    }

    private static VerifierKey newest(RunningArchive archive) {
        return VerifierKey.parse(
                archive.stranger().get("/log/vkey").require(200).text().strip());
    }

    private static List<VerifierKey> keys(RunningArchive archive) {
        return archive.stranger().get("/log/vkey/history").require(200).json().getJsonArray("items").stream()
                .map(item -> VerifierKey.parse(item.asJsonObject().getString("vkey")))
                .toList();
    }

    static TlogProof proof(Answer answer) {
        assertThat(answer.require(200).header("Content-Type").orElse("")).startsWith("text/plain");
        return TlogProof.parse(answer.text());
    }
}
