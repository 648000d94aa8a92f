package muhafiz.crypto.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;

/**
 * Before the door opens: known answers, then about 100 MB through sealer and opener in 16 KiB chunks, which also makes the
 * JDK compile its fast AES-GCM (cold it does a fiftieth of its speed). Takes about a second.
 */
public final class SelfTest {
    /** Case 9 of C2SP/wycheproof, c2sp_chunked_encryption_aes_256_gcm_test.json. */
    private static final String KEY = "59454c4c4f57205355424d4152494e452059454c4c4f57205355424d4152494e";

    private static final String SEALED =
            "dbedaefc1c35dc6c0f22b743b03e488747166a51f33479e7ceb8b7e11cc0d2710f624a127501bc4a"
                    + "ea7d0af6f83cfe359b9e69415aa537f36adf86eb35b070475baa039bb7791432adbca49578bbd3";
    private static final byte[] CONTEXT = "test context".getBytes(US_ASCII);
    private static final byte[] MESSAGE = "chunked".getBytes(US_ASCII);

    /** One segment with its short last chunk, at a Padmé length. */
    private static final int LENGTH = (SealedLength.SEGMENT_CHUNKS - 1) * Cobblestone.CHUNK;

    private static final int ROUNDS = 50;
    private static final SealContext WARM_UP =
            new SealContext(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "self-test");

    private SelfTest() {}

    /** @throws IntegrityException when this machine does not encrypt as it should; nothing may be served then */
    public static void run() {
        try (var key = LeafKey.of(HexFormat.of().parseHex(KEY))) {
            knownAnswer(key, HexFormat.of().parseHex(SEALED));
            warmUp(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void knownAnswer(LeafKey key, byte[] expected) {
        byte[] salt = Arrays.copyOf(expected, Cobblestone.SALT);
        byte[] opened = new byte[MESSAGE.length];
        try (var message = Cobblestone.sealing(key, CONTEXT, salt)) {
            byte[] chunk = message.seal(0, MESSAGE, MESSAGE.length);
            byte[] sealed = Arrays.copyOf(message.header(), expected.length);
            System.arraycopy(chunk, 0, sealed, Cobblestone.HEADER, chunk.length);
            require(Arrays.equals(sealed, expected));
            require(message.open(0, expected, Cobblestone.HEADER, chunk.length, opened) == MESSAGE.length);
            require(Arrays.equals(opened, MESSAGE));
        }
    }

    private static void warmUp(LeafKey key) throws IOException {
        byte[] plaintext = new byte[LENGTH];
        for (int round = 0; round < ROUNDS; round++) {
            InputStream bytes = new ByteArrayInputStream(plaintext);
            List<Ciphertext> segments = new ArrayList<>();
            Tally tally = Sealer.seal(key, WARM_UP, bytes, (index, segment) -> segments.add(segment));
            byte[] sealed = segments.get(0).stream().readAllBytes();
            SegmentSource source =
                    (segment, offset, length) -> Arrays.copyOfRange(sealed, (int) offset, (int) offset + length);
            new Opener(key, WARM_UP, tally.length(), tally.sealedLength(), source).verify();
        }
    }

    private static void require(boolean asKnown) {
        if (!asKnown) {
            throw new IntegrityException("the self-test of the cipher gave another answer than the known one");
        }
    }
}
