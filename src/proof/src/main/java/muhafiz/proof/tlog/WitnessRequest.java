package muhafiz.proof.tlog;

import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tree.TreeHash;

/**
 * What a log asks a witness (c2sp.org/tlog-witness, body of {@code POST <prefix>/add-checkpoint}):
 *
 * <pre>
 * old &lt;size, decimal&gt;
 * one hash of the consistency proof in Base 64 on each line, at most 63
 * an empty line
 * the signed checkpoint
 * </pre>
 *
 * @param oldSize of the last checkpoint that the witness cosigned, 0 where there was none
 * @param path of RFC 6962 §2.1.2, none for {@code oldSize} 0
 * @param checkpoint the signed note of a {@link Checkpoint}
 */
public record WitnessRequest(long oldSize, List<TreeHash> path, SignedNote checkpoint) {
    private static final String OLD = "old ";
    private static final int LONGEST_PATH = 63;

    public WitnessRequest {
        path = List.copyOf(path);
        if (oldSize < 0 || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("a witness is asked with a size and at most " + LONGEST_PATH
                    + " hashes, not with " + oldSize + " and " + path.size());
        }
    }

    /** The body, in UTF-8. */
    public String asText() {
        return OLD + oldSize + "\n" + HashLines.encode(path) + "\n" + checkpoint.asText();
    }

    /**
     * Reads a body that may be anyone's; nothing is verified.
     *
     * @throws IllegalArgumentException when this is no such request
     */
    public static WitnessRequest parse(String body) {
        int end = body.indexOf("\n\n");
        if (end < 0 || !body.startsWith(OLD)) {
            throw new IllegalArgumentException(
                    "a request to a witness is an old size, hashes, an empty line, a checkpoint");
        }
        var lines = new ArrayList<>(List.of(body.substring(0, end).split("\n", -1)));
        long oldSize = Decimal.parse("the old size", lines.remove(0).substring(OLD.length()));
        return new WitnessRequest(oldSize, HashLines.parse(lines), SignedNote.parse(body.substring(end + 2)));
    }
}
