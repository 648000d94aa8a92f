package muhafiz.bench.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Ciphertext;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.Sealer;
import muhafiz.crypto.seal.SegmentSource;
import muhafiz.crypto.seal.Tally;

/** A document as the archive seals and opens it: padded, in segments, with both hashes; only the store is left out. */
final class OurSeal {
    private final LeafKey key = LeafKey.fresh();
    private final SealContext context =
            new SealContext(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "original");

    /** What the store would hold. */
    record Sealed(Tally tally, List<byte[]> segments) {}

    /** Segments as they are handed to the store, which copies nothing. */
    List<Ciphertext> seal(byte[] plain) throws IOException {
        List<Ciphertext> segments = new ArrayList<>();
        Sealer.seal(key, context, new ByteArrayInputStream(plain), (index, segment) -> segments.add(segment));
        return segments;
    }

    Sealed stored(byte[] plain) throws IOException {
        List<byte[]> segments = new ArrayList<>();
        Tally tally = Sealer.seal(
                key, context, new ByteArrayInputStream(plain), (index, segment) -> segments.add(bytes(segment)));
        return new Sealed(tally, segments);
    }

    private static byte[] bytes(Ciphertext segment) throws IOException {
        try (InputStream stream = segment.stream()) {
            return stream.readAllBytes();
        }
    }

    byte[] open(Sealed sealed) throws IOException {
        long length = sealed.tally().length();
        SegmentSource source = (segment, offset, count) -> Arrays.copyOfRange(
                sealed.segments().get(Math.toIntExact(segment)), (int) offset, (int) offset + Math.toIntExact(count));
        OutputStream plain = new ByteArrayOutputStream((int) length);
        new Opener(key, context, length, sealed.tally().sealedLength(), source).copy(0, length, plain);
        return ((ByteArrayOutputStream) plain).toByteArray();
    }
}
