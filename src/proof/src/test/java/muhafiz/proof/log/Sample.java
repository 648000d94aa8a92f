package muhafiz.proof.log;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The entry that {@code leaf.py} beside the tests computes too. */
final class Sample {
    static final byte[] LOG_KEY = filled(32, 0x11);
    static final byte[] SALT = filled(32, 0x22);
    static final byte[] OPENING = filled(32, 0x33);
    static final byte[] ACTOR = filled(16, 0x44);
    static final long N = 42;

    private Sample() {}

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static PublicPart publicPart() {
        return publicPart("granted");
    }

    static PublicPart publicPart(String outcome) {
        return new PublicPart(1_795_305_600L, ACTOR, "officer", "read", "P-SERVICE", "LB-LAW", outcome, "G-12");
    }

    static Inside inside() {
        return new Inside(
                Optional.of(UUID.fromString("01234567-89ab-4def-8123-456789abcdef")),
                Optional.of(UUID.fromString("fedcba98-7654-4210-bedc-ba9876543210")),
                Optional.empty(),
                Optional.of("op-7"),
                Map.of("query", "Əliyev", "client", "127.0.0.1"),
                OPENING);
    }

    static Inside insideOf(Map<String, String> more) {
        return new Inside(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), more, OPENING);
    }

    static LogLeaf leaf() {
        return LogLeaf.seal(publicPart(), inside(), LOG_KEY, SALT, N);
    }
}
