package muhafiz.proof.paper;

import java.util.Set;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;

/**
 * That the log's signing key was changed, as the text of a note that both keys sign; {@code package-info} shows it.
 *
 * @param origin of the log
 * @param size from which tree size on the new key signs; the checkpoint of that very size is signed by both
 * @param oldKey signs no larger tree
 * @param newKey signs no smaller one
 */
public record KeyChange(String origin, long size, VerifierKey oldKey, VerifierKey newKey) {
    private static final String FORMAT = "muhafiz log key change v1";

    public KeyChange {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0 || oldKey.equals(newKey)) {
            throw new IllegalArgumentException("a change of key has an origin, a size and two different keys");
        }
    }

    /** The text of the note. */
    public String text() {
        return FORMAT + "\n" + origin + "\n" + size + "\n" + oldKey.vkey() + "\n" + newKey.vkey() + "\n";
    }

    /**
     * Reads a statement that both keys signed.
     *
     * @throws IllegalArgumentException when it is no statement of a change
     * @throws BrokenEvidenceException when one of the two signatures is missing or does not hold
     */
    public static KeyChange parse(SignedNote note) {
        var change = parse(note.text());
        Set<VerifierKey> both = Set.of(change.oldKey(), change.newKey());
        if (!note.signedBy(both).equals(both)) {
            throw new BrokenEvidenceException(
                    "the change of key at size " + change.size() + " is not signed by both keys");
        }
        return change;
    }

    private static KeyChange parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 6 || !lines[0].equals(FORMAT) || !lines[5].isEmpty() || !lines[2].matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a change of key is five lines that begin with " + FORMAT);
        }
        return new KeyChange(
                lines[1], Long.parseLong(lines[2]), VerifierKey.parse(lines[3]), VerifierKey.parse(lines[4]));
    }
}
