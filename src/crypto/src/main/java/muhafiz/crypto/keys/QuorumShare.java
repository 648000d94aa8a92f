package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.crypto.Primitives;

/**
 * One custodian's share of a quorum's private key: a point of Shamir's polynomials over GF(2^8), one for each byte. Fewer shares than
 * needed say nothing of the key.
 *
 * @param quorum the name of the key pair
 * @param number of this share, 1 to {@code of}
 * @param need shares that open, 2 to {@code of}
 * @param of shares there are, 2 to 16
 * @param piece 32 secret bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record QuorumShare(String quorum, int number, int need, int of, byte[] piece) {
    /** Most shares that a key is split into. */
    public static final int MOST = 16;

    private static final Pattern WRITTEN = Pattern.compile(
            "Muhafiz quorum share, format 1\nquorum: ([a-z0-9-]{1,64})\nshare: (\\d{1,2}) of (\\d{1,2}), (\\d{1,2}) needed\n"
                    + "piece: ([0-9a-f]{64})\ncheck: ([0-9a-f]{8})\n?");
    private static final int CHECK = 4;

    public QuorumShare {
        checkSize(need, of);
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("a share's number is 1 to " + of + ", was " + number);
        }
        if (piece.length != LeafKey.LENGTH) {
            throw new IllegalArgumentException("a share has " + LeafKey.LENGTH + " bytes, not " + piece.length);
        }
    }

    /** @throws IllegalArgumentException unless 2 ≤ need ≤ of ≤ 16 */
    public static void checkSize(int need, int of) {
        if (need < 2 || need > of || of > MOST) {
            throw new IllegalArgumentException("a quorum is 2 or more of at most " + MOST
                    + " shares, and no more than there are; was " + need + " of " + of);
        }
    }

    /** Lines of ASCII for a custodian to keep; the last finds a slip of the pen. */
    public String written() {
        String head = "Muhafiz quorum share, format 1\nquorum: " + quorum + "\nshare: " + number + " of " + of + ", "
                + need + " needed\npiece: " + HexFormat.of().formatHex(piece) + "\n";
        return head + "check: " + check(head) + "\n";
    }

    /** @throws IllegalArgumentException where the lines are not those of a share; nothing of them is repeated */
    public static QuorumShare read(String written) {
        Matcher lines = WRITTEN.matcher(written.replace("\r\n", "\n"));
        if (!lines.matches()) {
            throw new IllegalArgumentException("these are not the five lines of a quorum share, format 1");
        }
        String head = lines.group().substring(0, lines.start(6) - "check: ".length());
        if (!check(head).equals(lines.group(6))) {
            throw new IllegalArgumentException("share " + lines.group(2) + " was changed: its check does not fit");
        }
        return new QuorumShare(
                lines.group(1),
                Integer.parseInt(lines.group(2)),
                Integer.parseInt(lines.group(4)),
                Integer.parseInt(lines.group(3)),
                HexFormat.of().parseHex(lines.group(5)));
    }

    private static String check(String head) {
        byte[] digest = Primitives.sha256().digest(head.getBytes(US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, CHECK));
    }

    @Override
    public String toString() {
        return "QuorumShare[" + quorum + ", " + number + " of " + of + "]";
    }
}
