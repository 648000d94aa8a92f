package muhafiz.proof.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.proof.tree.TreeHash;

/**
 * That an entry is in a log, to be checked offline (c2sp.org/tlog-proof):
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * extra &lt;Base 64&gt;            (the line is left out where there is nothing extra)
 * index &lt;decimal&gt;
 * one hash of the path in Base 64 on each line, from the leaf's sibling up
 * an empty line
 * the signed checkpoint, verbatim
 * </pre>
 *
 * @param extra what the proof does not vouch for but may help to rebuild the entry
 * @param index of the entry in the log, from 0
 * @param path of RFC 6962 §2.1.1
 * @param checkpoint the signed note of a {@link Checkpoint}
 */
@SuppressWarnings("ArrayRecordComponent") // the extra bytes are only carried; proofs are not compared
public record TlogProof(Optional<byte[]> extra, long index, List<TreeHash> path, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
        extra = extra.map(byte[]::clone);
    }

    @Override
    public Optional<byte[]> extra() {
        return extra.map(byte[]::clone);
    }

    /**
     * The Merkle proof, into the tree of the checkpoint.
     *
     * @throws IllegalArgumentException when the checkpoint is none, or its tree does not reach to the index
     */
    public InclusionProof inclusion() {
        return new InclusionProof(index, Checkpoint.parse(checkpoint.text()).size(), path);
    }

    /** The proof as it is stored and sent, in UTF-8. */
    public String asText() {
        return FIRST_LINE + "\n"
                + extra.map(bytes -> EXTRA + StrictBase64.encode(bytes) + "\n").orElse("")
                + INDEX + index + "\n"
                + HashLines.encode(path)
                + "\n"
                + checkpoint.asText();
    }

    /**
     * Reads a proof that may be anyone's; nothing is verified.
     *
     * @throws IllegalArgumentException when this is no proof
     */
    public static TlogProof parse(String proof) {
        int end = proof.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("a proof has an empty line before its checkpoint");
        }
        var lines = new ArrayList<>(List.of(proof.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(FIRST_LINE)) {
            throw new IllegalArgumentException("a proof begins with " + FIRST_LINE);
        }
        Optional<byte[]> extra = extra(lines);
        return new TlogProof(extra, index(lines), HashLines.parse(lines), SignedNote.parse(proof.substring(end + 2)));
    }

    private static Optional<byte[]> extra(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(EXTRA)) {
            return Optional.empty();
        }
        return Optional.of(StrictBase64.decode("the extra line", lines.remove(0).substring(EXTRA.length())));
    }

    private static long index(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new IllegalArgumentException("a proof has a line that names the index");
        }
        return Decimal.parse("the index of a proof", lines.remove(0).substring(INDEX.length()));
    }
}
