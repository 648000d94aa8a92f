package muhafiz.crypto.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/** A document's chunks in the archive's format, without padding and without the two hashes that the sealer makes along. */
public final class Chunks {
    private final LeafKey key = LeafKey.fresh();
    private final byte[] context =
            new SealContext(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "original").encoded();

    /** One message, chunk by chunk through the same buffer as in the sealer. */
    public List<byte[]> seal(byte[] plain) {
        byte[] chunk = new byte[Cobblestone.CHUNK];
        List<byte[]> sealed = new ArrayList<>();
        try (var message = Cobblestone.sealing(key, context, Primitives.random(Cobblestone.SALT))) {
            sealed.add(message.header());
            for (int from = 0; from < plain.length; from += Cobblestone.CHUNK) {
                int size = Math.min(Cobblestone.CHUNK, plain.length - from);
                System.arraycopy(plain, from, chunk, 0, size);
                sealed.add(message.seal(sealed.size() - 1, chunk, size));
            }
        }
        Arrays.fill(chunk, (byte) 0);
        return sealed;
    }
}
