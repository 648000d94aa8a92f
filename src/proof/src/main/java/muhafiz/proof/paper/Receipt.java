package muhafiz.proof.paper;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.TlogProof;

/**
 * The acknowledgement of a document, as the {@code extra} of a tlog-proof: the entry itself and, for those who may know, what
 * it takes to see in it which bytes were received.
 *
 * @param leaf the entry
 * @param opening for the portal and the owner; empty for the auditor
 */
public record Receipt(LogLeaf leaf, Optional<Opening> opening) {
    private static final Set<String> CLOSED = Set.of("leaf");
    private static final Set<String> OPENED = Set.of("leaf", "inside", "document", "kind", "size", "sha256", "nonce");

    /**
     * What opens the entry's commitment, and the one inside it.
     *
     * @param inside of the entry; its further value {@code received} holds the hash of {@code document} in hex
     * @param document what was received
     */
    public record Opening(Inside inside, ReceivedDocument document) {}

    /** The extra data of the proof: JSON, as {@code package-info} shows it. */
    public byte[] extra() {
        var json = Json.writer().createObjectBuilder().add("leaf", Json.base64(leaf.encoded()));
        opening.ifPresent(shown -> json.add("inside", Json.base64(shown.inside().disclosed()))
                .add("document", shown.document().document().toString())
                .add("kind", shown.document().kind())
                .add("size", shown.document().size())
                .add("sha256", HexFormat.of().formatHex(shown.document().sha256()))
                .add("nonce", HexFormat.of().formatHex(shown.document().nonce())));
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The receipt that a proof carries; nothing is verified.
     *
     * @throws IllegalArgumentException when it carries none
     */
    public static Receipt of(TlogProof proof) {
        byte[] extra = proof.extra()
                .orElseThrow(() -> new IllegalArgumentException("a receipt carries its entry in the extra line"));
        var form = new Form(Json.object(new String(extra, StandardCharsets.UTF_8)));
        boolean opened = form.json().size() > 1;
        form.requireOnly(opened ? OPENED : CLOSED);
        return new Receipt(LogLeaf.decode(form.base64("leaf")), opened ? Optional.of(opening(form)) : Optional.empty());
    }

    private static Opening opening(Form form) {
        var document = new ReceivedDocument(
                form.id("document"), form.text("kind"), form.number("size"), form.hex("sha256"), form.hex("nonce"));
        return new Opening(Inside.ofDisclosed(form.base64("inside")), document);
    }

    /**
     * Checks a receipt against the checkpoint it carries, whose signatures were looked at elsewhere.
     *
     * @throws BrokenEvidenceException unless the entry is in the log and says what the opening says
     */
    public void requireIn(TlogProof proof) {
        var entry = new ProvenEntry(proof.index(), leaf, opening.map(Opening::inside), proof.path());
        entry.requireIn(Checkpoint.parse(proof.checkpoint().text()));
        opening.ifPresent(Receipt::requireReceived);
    }

    private static void requireReceived(Opening opening) {
        String received = HexFormat.of().formatHex(opening.document().commitment());
        boolean named = opening.inside()
                .document()
                .equals(Optional.of(opening.document().document()));
        if (!named || !received.equals(opening.inside().more().get("received"))) {
            throw new BrokenEvidenceException("the entry of this receipt tells of another document");
        }
    }
}
