package muhafiz.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Ciphertext;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.Sealer;

/** Ciphertexts as intake makes them: there is no other way to one. */
final class Sealed {
    private Sealed() {}

    /** All segments of a sealed document of {@code length} zeros; under a new key, so no two are alike. */
    static List<Ciphertext> document(int length) {
        var context = new SealContext(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "original");
        var segments = new ArrayList<Ciphertext>();
        try (var key = LeafKey.fresh()) {
            Sealer.seal(key, context, new ByteArrayInputStream(new byte[length]), (index, one) -> segments.add(one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return segments;
    }

    /** The one segment of a small document. */
    static Ciphertext small() {
        return document(100_000).get(0);
    }

    static byte[] bytes(Ciphertext ciphertext) {
        try (var out = new ByteArrayOutputStream()) {
            ciphertext.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A label like intake's; no two are alike. */
    static Label label() {
        return new Label(
                UUID.randomUUID(), UUID.randomUUID(), bytes(document(500).get(0)));
    }

    static ObjectName name() {
        return new ObjectName(UUID.randomUUID(), "original", 0);
    }
}
