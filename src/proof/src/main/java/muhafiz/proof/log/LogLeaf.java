package muhafiz.proof.log;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import muhafiz.proof.tree.MerkleTree;

/**
 * One entry of the log in its final bytes; {@code package-info} describes every one of them. Immutable.
 *
 * <p>Pure: time, salt, opening and counter come in as arguments.
 */
public final class LogLeaf {
    /** What an entry bundle of C2SP tlog-tiles can hold: its length field has two bytes. */
    public static final int LONGEST = 65_535;

    private static final int VERSION = 1;
    private static final int LENGTH_32 = 32;
    private static final byte[] TAG_LABEL = Hashes.ascii("muhafiz log subject tag v1");

    private final PublicPart publicPart;
    private final byte[] salt;
    private final byte[] subjectTag;
    private final byte[] commitment;
    private final byte[] ciphertext;

    private LogLeaf(PublicPart publicPart, byte[] salt, byte[] subjectTag, byte[] commitment, byte[] ciphertext) {
        this.publicPart = publicPart;
        this.salt = salt;
        this.subjectTag = subjectTag;
        this.commitment = commitment;
        this.ciphertext = ciphertext;
    }

    /**
     * Seals one entry.
     *
     * @param logKey 32 bytes, the log key of the person and year (or of the month, for entries about nobody)
     * @param salt 32 fresh random bytes
     * @param counter the n of the subject tag: one more than the last under this log key, from 1
     */
    public static LogLeaf seal(PublicPart publicPart, Inside inside, byte[] logKey, byte[] salt, long counter) {
        Fixed.length("log key", logKey, LENGTH_32);
        byte[] ownSalt = Fixed.length("salt", salt, LENGTH_32);
        byte[] tag = tagOf(logKey, counter);
        byte[] commitment = inside.commitment();
        byte[] header = header(publicPart, ownSalt, tag, commitment);
        byte[] ciphertext = new EntryCipher(logKey, ownSalt, commitment, header).seal(inside.padded());
        return new LogLeaf(publicPart, ownSalt, tag, commitment, ciphertext);
    }

    private static byte[] tagOf(byte[] logKey, long counter) {
        byte[] tagKey = tagKey(logKey);
        try {
            return subjectTag(tagKey, counter);
        } finally {
            Arrays.fill(tagKey, (byte) 0);
        }
    }

    /**
     * The key of the tags under a log key, apart from the key of the entries: whoever is given it finds and counts all
     * entries of one person and year and can open none.
     *
     * @param logKey 32 bytes
     * @return 32 bytes
     */
    public static byte[] tagKey(byte[] logKey) {
        Fixed.length("log key", logKey, LENGTH_32);
        return Hashes.hkdfSha512(logKey, new byte[0], TAG_LABEL);
    }

    /**
     * The tag of entry {@code n}. Only the holder of the tag key can compute it, and so find or miss the entry.
     *
     * @param tagKey 32 bytes, of {@link #tagKey}
     * @param n from 1
     */
    public static byte[] subjectTag(byte[] tagKey, long n) {
        Fixed.length("tag key", tagKey, LENGTH_32);
        if (n < 1) {
            throw new IllegalArgumentException("the counter starts at 1, was " + n);
        }
        return Hashes.hmacSha256(tagKey, TAG_LABEL, n);
    }

    /**
     * Reads a leaf that may be anyone's bytes.
     *
     * @throws IllegalArgumentException when these are not the bytes of any leaf
     */
    public static LogLeaf decode(byte[] leaf) {
        if (leaf.length > LONGEST) {
            throw new IllegalArgumentException("a leaf is at most " + LONGEST + " bytes, was " + leaf.length);
        }
        var in = new LeafReader(leaf);
        long version = in.number(1);
        if (version != VERSION) {
            throw new IllegalArgumentException("a leaf has version " + VERSION + ", was " + version);
        }
        return new LogLeaf(
                PublicPart.readFrom(in),
                in.bytes(LENGTH_32),
                in.bytes(LENGTH_32),
                in.bytes(LENGTH_32),
                checkedCiphertext(in.rest()));
    }

    private static byte[] checkedCiphertext(byte[] ciphertext) {
        int padded = ciphertext.length - EntryCipher.TAG_LENGTH;
        if (padded < Inside.BLOCK || padded > Inside.BLOCK * Inside.MOST_BLOCKS || padded % Inside.BLOCK != 0) {
            throw new IllegalArgumentException(
                    "a ciphertext is 16 bytes and 1 to " + Inside.MOST_BLOCKS + " times 256, was " + ciphertext.length);
        }
        return ciphertext;
    }

    /**
     * The inside, for the holder of the log key.
     *
     * @param logKey 32 bytes
     * @return empty when this entry was not sealed with {@code logKey} (or was changed since: that the tree shows)
     * @throws BrokenEvidenceException when whoever held the key sealed something else than the leaf commits to
     */
    public Optional<Inside> open(byte[] logKey) {
        Fixed.length("log key", logKey, LENGTH_32);
        byte[] header = header(publicPart, salt, subjectTag, commitment);
        return new EntryCipher(logKey, salt, commitment, header)
                .open(ciphertext)
                .map(this::asCommitted);
    }

    private Inside asCommitted(byte[] padded) {
        Inside inside = inside(padded);
        if (!MessageDigest.isEqual(inside.commitment(), commitment)) {
            throw new BrokenEvidenceException("the inside of an entry is not what its leaf commits to");
        }
        return inside;
    }

    private static Inside inside(byte[] padded) {
        try {
            return Inside.read(padded);
        } catch (IllegalArgumentException e) {
            throw new BrokenEvidenceException("the inside of an entry was sealed in no known form", e);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** The bytes under the tree. */
    public byte[] encoded() {
        byte[] header = header(publicPart, salt, subjectTag, commitment);
        return new LeafWriter().bytes(header).bytes(ciphertext).written();
    }

    private static byte[] header(PublicPart publicPart, byte[] salt, byte[] subjectTag, byte[] commitment) {
        var out = new LeafWriter().number(VERSION, 1);
        publicPart.writeTo(out);
        return out.bytes(salt).bytes(subjectTag).bytes(commitment).written();
    }

    /** RFC 6962 §2.1: SHA-256(0x00 || leaf). */
    public byte[] leafHash() {
        return leafHash(encoded());
    }

    /** RFC 6962 §2.1 for the bytes of any leaf, understood or not. */
    public static byte[] leafHash(byte[] leaf) {
        return MerkleTree.leafHash(leaf).bytes();
    }

    public PublicPart publicPart() {
        return publicPart;
    }

    /** 32 bytes. */
    public byte[] salt() {
        return salt.clone();
    }

    /** 32 bytes. */
    public byte[] subjectTag() {
        return subjectTag.clone();
    }

    /** 32 bytes. */
    public byte[] commitment() {
        return commitment.clone();
    }
}
