package muhafiz.proof.tlog;

import java.util.Arrays;
import java.util.List;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/**
 * The head of a log at one size, as the text of a signed note (c2sp.org/tlog-checkpoint):
 *
 * <pre>
 * origin
 * tree size, decimal
 * root hash, Base 64
 * extension lines, none or more, none of them empty
 * </pre>
 *
 * @param origin names the log; not empty, no line break
 * @param size number of entries
 * @param root of RFC 6962; SHA-256 of nothing for size 0, which {@link #isPossible()} looks at
 * @param extensions further lines, which nobody audits; this archive writes none
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("the origin of a checkpoint is one line that is not empty");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a tree does not have " + size + " entries");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("an extension of a checkpoint is one line that is not empty");
        }
    }

    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    /** Whether there can be such a tree: the root of the empty one is known. */
    public boolean isPossible() {
        return size > 0 || root.equals(MerkleTree.emptyRoot());
    }

    /** The text of the note. */
    public String text() {
        var text = new StringBuilder(origin + "\n" + size + "\n" + HashLines.encode(root) + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * Reads the text of a note; whether anybody signed it was looked at elsewhere.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has at least three lines");
        }
        return new Checkpoint(
                lines[0],
                Decimal.parse("the size of a checkpoint", lines[1]),
                HashLines.parse(lines[2]),
                Arrays.asList(lines).subList(3, lines.length - 1));
    }
}
