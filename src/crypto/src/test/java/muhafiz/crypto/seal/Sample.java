package muhafiz.crypto.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;

/** A document sealed for a test, its segments as a store would hold them. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Sample(LeafKey key, SealContext context, byte[] plaintext, List<byte[]> segments, Tally tally) {
    private static final int SEED = 20_261_122;

    static Sample sealed(int length) throws IOException {
        return sealed(LeafKey.fresh(), context("original"), length);
    }

    static Sample sealed(LeafKey key, SealContext context, int length) throws IOException {
        byte[] plaintext = bytes(length);
        List<byte[]> segments = new ArrayList<>();
        Tally tally = Sealer.seal(
                key,
                context,
                new ByteArrayInputStream(plaintext),
                (index, segment) -> segments.add(segment.stream().readAllBytes()));
        return new Sample(key, context, plaintext, segments, tally);
    }

    static SealContext context(String part) {
        return new SealContext(new UUID(1, 2), new UUID(3, 4), new UUID(5, 6), part);
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    /** The whole message: its segments in a row. */
    byte[] sealed() {
        var whole = new ByteArrayOutputStream();
        segments.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** The same message as a store would give it back with these segments in place of its own. */
    Sample holding(List<byte[]> others) {
        return new Sample(key, context, plaintext, others, tally);
    }

    Opener opener() {
        return new Opener(key, context, tally.length(), tally.sealedLength(), source());
    }

    SegmentSource source() {
        return (segment, offset, length) -> {
            byte[] held = segment < segments.size() ? segments.get(segment) : new byte[0];
            int from = (int) Math.min(offset, held.length);
            return Arrays.copyOfRange(held, from, Math.min(held.length, from + length));
        };
    }

    /** A message in segments of 64 chunks, however long it is. */
    static List<byte[]> cut(byte[] sealed) {
        List<byte[]> segments = new ArrayList<>();
        int end = 56 + 64 * 16_400;
        for (int from = 0; from < sealed.length; from = end, end += 64 * 16_400) {
            segments.add(Arrays.copyOfRange(sealed, from, Math.min(end, sealed.length)));
        }
        return segments;
    }
}
