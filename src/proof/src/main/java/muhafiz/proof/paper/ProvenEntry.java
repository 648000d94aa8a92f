package muhafiz.proof.paper;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/**
 * An entry of the log with its proof, as {@code package-info} shows it.
 *
 * @param index place in the log, from 0
 * @param leaf the entry
 * @param inside what it says of persons and documents, where that is disclosed
 * @param path of RFC 6962 into the tree of the checkpoint that goes with it
 */
public record ProvenEntry(long index, LogLeaf leaf, Optional<Inside> inside, List<TreeHash> path) {
    public ProvenEntry {
        path = List.copyOf(path);
    }

    /** @throws BrokenEvidenceException unless this very entry stands at its place under {@code checkpoint} */
    public void requireIn(Checkpoint checkpoint) {
        if (index < 0 || index >= checkpoint.size()) {
            throw new BrokenEvidenceException(
                    "entry " + index + " is beyond the checkpoint of size " + checkpoint.size());
        }
        var proof = new InclusionProof(index, checkpoint.size(), path);
        if (!proof.proves(MerkleTree.leafHash(leaf.encoded()), checkpoint.root())) {
            throw new BrokenEvidenceException("entry " + index + " is not in the log of this checkpoint");
        }
        if (inside.isPresent() && !isCommitted(inside.get())) {
            throw new BrokenEvidenceException("entry " + index + " does not commit to the inside that is shown");
        }
    }

    private boolean isCommitted(Inside shown) {
        return new TreeHash(shown.commitment()).equals(new TreeHash(leaf.commitment()));
    }

    public JsonObject json() {
        var hashes = Json.writer().createArrayBuilder();
        path.forEach(hash -> hashes.add(Json.base64(hash.bytes())));
        var json = Json.writer().createObjectBuilder().add("index", index).add("leaf", Json.base64(leaf.encoded()));
        inside.ifPresent(shown -> json.add("inside", Json.base64(shown.disclosed())));
        return json.add("path", hashes).build();
    }

    /** The inverse of {@link #json()}; nothing is verified. */
    public static ProvenEntry of(JsonValue json) {
        var form = Form.of(json);
        return new ProvenEntry(
                form.number("index"),
                LogLeaf.decode(form.base64("leaf")),
                form.maybeBase64("inside").map(Inside::ofDisclosed),
                form.list("path").stream().map(ProvenEntry::hash).toList());
    }

    private static TreeHash hash(JsonValue value) {
        if (value instanceof JsonString text) {
            return new TreeHash(Base64.getDecoder().decode(text.getString()));
        }
        throw new IllegalArgumentException("a hash of a path is a string");
    }
}
