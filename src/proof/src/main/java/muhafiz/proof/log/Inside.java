package muhafiz.proof.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.proof.tree.Sha256;

/**
 * What only the holder of the log key may read of an entry: whom and what it concerned.
 *
 * @param subject the person
 * @param document the document
 * @param caseFile the case
 * @param operation the operation's id, at most 8192 bytes of UTF-8
 * @param more further values by code, at most 64, each at most 8192 bytes of UTF-8; kept in the order of their keys
 * @param opening 32 random bytes that keep the commitment from being guessed
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record Inside(
        Optional<UUID> subject,
        Optional<UUID> document,
        Optional<UUID> caseFile,
        Optional<String> operation,
        Map<String, String> more,
        byte[] opening) {
    static final int BLOCK = 256;
    static final int MOST_BLOCKS = 128;
    private static final int OPENING_LENGTH = 32;
    private static final int LONGEST_TEXT = 8192;
    private static final int LONGEST_KEY = 64;
    private static final int MOST_VALUES = 64;
    private static final int SUBJECT = 1;
    private static final int DOCUMENT = 2;
    private static final int CASE = 4;
    private static final int OPERATION = 8;

    public Inside {
        opening = Fixed.length("opening", opening, OPENING_LENGTH);
        more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
        if (more.size() > MOST_VALUES) {
            throw new IllegalArgumentException("at most " + MOST_VALUES + " further values, were " + more.size());
        }
        operation.ifPresent(text -> checkLength("operation", text));
        more.forEach((key, value) -> {
            Code.checked("key of a further value", key, 1, LONGEST_KEY);
            checkLength(key, value);
        });
    }

    private static void checkLength(String field, String text) {
        int length = LeafWriter.utf8(text).length;
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException(field + " must be at most " + LONGEST_TEXT + " bytes, was " + length);
        }
    }

    @Override
    public byte[] opening() {
        return opening.clone();
    }

    /** What the leaf commits to: to be compared with {@link LogLeaf#commitment()} by whom the inside was disclosed to. */
    public byte[] commitment() {
        return Sha256.of(Hashes.ascii("muhafiz log commitment v1"), opening, values());
    }

    /** The bytes that the commitment covers, to be disclosed to somebody who holds no key: opening and values. */
    public byte[] disclosed() {
        return new LeafWriter().bytes(opening).bytes(values()).written();
    }

    /**
     * The inverse of {@link #disclosed()}; that it is what a leaf commits to is for the caller to check.
     *
     * @throws IllegalArgumentException when these are not the bytes of any inside
     */
    public static Inside ofDisclosed(byte[] disclosed) {
        if (disclosed.length > BLOCK * MOST_BLOCKS) {
            throw new IllegalArgumentException("the inside of an entry is too long: " + disclosed.length);
        }
        var inside = read(new LeafWriter().bytes(disclosed).padded(BLOCK));
        if (!Arrays.equals(inside.disclosed(), disclosed)) {
            throw new IllegalArgumentException("a disclosed inside ends with its last value");
        }
        return inside;
    }

    /** The plaintext of the entry: opening, values, padding. */
    byte[] padded() {
        byte[] padded = new LeafWriter().bytes(disclosed()).padded(BLOCK);
        if (padded.length > BLOCK * MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "the values of an entry must fit " + BLOCK * MOST_BLOCKS + " bytes, were " + padded.length);
        }
        return padded;
    }

    private byte[] values() {
        var out = new LeafWriter();
        out.number(present(), 1);
        subject.ifPresent(id -> write(id, out));
        document.ifPresent(id -> write(id, out));
        caseFile.ifPresent(id -> write(id, out));
        operation.ifPresent(text -> out.text(text, 2));
        out.number(more.size(), 2);
        more.forEach((key, value) -> out.text(key, 2).text(value, 2));
        return out.written();
    }

    private int present() {
        return (subject.isPresent() ? SUBJECT : 0)
                | (document.isPresent() ? DOCUMENT : 0)
                | (caseFile.isPresent() ? CASE : 0)
                | (operation.isPresent() ? OPERATION : 0);
    }

    private static void write(UUID id, LeafWriter out) {
        out.number(id.getMostSignificantBits(), 8).number(id.getLeastSignificantBits(), 8);
    }

    /** The inverse of {@link #padded()}; refuses any other bytes than that would have written. */
    static Inside read(byte[] padded) {
        var in = new LeafReader(padded);
        byte[] opening = in.bytes(OPENING_LENGTH);
        long present = in.number(1);
        var inside = new Inside(
                readId(in, (present & SUBJECT) != 0),
                readId(in, (present & DOCUMENT) != 0),
                readId(in, (present & CASE) != 0),
                (present & OPERATION) != 0 ? Optional.of(in.text(2)) : Optional.empty(),
                readMore(in),
                opening);
        if (!Arrays.equals(inside.padded(), padded)) {
            throw new IllegalArgumentException("the values of an entry are not in their one encoding");
        }
        return inside;
    }

    private static Optional<UUID> readId(LeafReader in, boolean present) {
        if (!present) {
            return Optional.empty();
        }
        var halves = ByteBuffer.wrap(in.bytes(16));
        return Optional.of(new UUID(halves.getLong(), halves.getLong()));
    }

    private static Map<String, String> readMore(LeafReader in) {
        var more = new TreeMap<String, String>();
        long count = in.number(2);
        for (long i = 0; i < count; i++) {
            more.put(in.text(2), in.text(2));
        }
        return more;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Inside that
                && subject.equals(that.subject)
                && document.equals(that.document)
                && caseFile.equals(that.caseFile)
                && operation.equals(that.operation)
                && more.equals(that.more)
                && Arrays.equals(opening, that.opening);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, document, caseFile, operation, more, Arrays.hashCode(opening));
    }

    /** Says nothing: the inside of an entry is personal data and has no place in a message or a log line. */
    @Override
    public String toString() {
        return "Inside[sealed]";
    }
}
