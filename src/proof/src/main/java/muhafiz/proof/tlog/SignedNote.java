package muhafiz.proof.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import muhafiz.proof.log.BrokenEvidenceException;

/**
 * Text signed by one or more keys (c2sp.org/signed-note, Format):
 *
 * <pre>
 * text, UTF-8, ending in a newline, without control characters but newline
 * an empty line
 * one or more signature lines ({@link NoteSignature})
 * </pre>
 *
 * <p>The text ends at the last empty line, so it may hold empty lines itself.
 *
 * @param text ends in a newline; to be ignored unless {@link #signedBy} names a key one trusts
 * @param signatures 0 (not signed yet) to 64, also of keys nobody knows
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Most bytes of a note. */
    public static final int LONGEST = 1_000_000;

    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the text of a note ends in a newline and is at most " + LONGEST + " long, was " + text.length());
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note has no control characters but newline");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException(
                    "a note has at most " + MOST_SIGNATURES + " signatures here, was " + signatures.size());
        }
    }

    /** A note that nobody has signed yet. */
    public static SignedNote of(String text) {
        return new SignedNote(text, List.of());
    }

    /** This note with one more signature. */
    public SignedNote with(NoteSignature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The note as it is stored and sent. */
    public byte[] encoded() {
        return asText().getBytes(StandardCharsets.UTF_8);
    }

    /** {@link #encoded()} before UTF-8. */
    public String asText() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Reads a note that may be anyone's bytes; nothing is verified.
     *
     * @throws IllegalArgumentException when this is no signed note
     */
    public static SignedNote parse(byte[] note) {
        if (note.length > LONGEST) {
            throw new IllegalArgumentException("a note is at most " + LONGEST + " bytes here, was " + note.length);
        }
        return parse(utf8(note));
    }

    private static String utf8(byte[] note) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a note is UTF-8", e);
        }
    }

    /** As {@link #parse(byte[])}, of text. */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new IllegalArgumentException("a signed note is text, an empty line and signature lines");
        }
        var signatures = Arrays.stream(
                        note.substring(end + 2, note.length() - 1).split("\n", -1))
                .map(NoteSignature::parse)
                .toList();
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /**
     * Those of {@code known} whose signature over this text is here and holds. Signatures of other keys are ignored.
     *
     * @throws BrokenEvidenceException when a signature is named as that of a known key and fails
     */
    public Set<VerifierKey> signedBy(Collection<VerifierKey> known) {
        var signers = new LinkedHashSet<VerifierKey>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (key.isNamedBy(signature)) {
                    requireHolds(key, signature);
                    signers.add(key);
                }
            }
        }
        return signers;
    }

    private void requireHolds(VerifierKey key, NoteSignature signature) {
        if (!key.verifies(text, signature)) {
            throw new BrokenEvidenceException("the signature named as that of " + key.name() + " does not hold");
        }
    }
}
