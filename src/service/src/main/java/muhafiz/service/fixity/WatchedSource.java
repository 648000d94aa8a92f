package muhafiz.service.fixity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import muhafiz.crypto.seal.SegmentSource;
import muhafiz.service.document.DocumentSeal;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/** Reads a version's original from the store, hashing the ciphertext on its way. To be read once, from its beginning to its end. */
final class WatchedSource implements SegmentSource {
    private final ObjectStore store;
    private final UUID version;
    private final Throttle throttle;
    private final MessageDigest digest;
    private int lastSegment;

    WatchedSource(ObjectStore store, UUID version, Throttle throttle) {
        this.store = store;
        this.version = version;
        this.throttle = throttle;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public byte[] read(int segment, long offset, int length) {
        lastSegment = segment;
        byte[] sealed = store.read(nameOf(segment), offset, length);
        digest.update(sealed);
        throttle.passed(length);
        return sealed;
    }

    ObjectName nameOf(int segment) {
        return new ObjectName(version, DocumentSeal.ORIGINAL, segment);
    }

    /** The object that was read last. */
    String lastObject() {
        return nameOf(lastSegment).toString();
    }

    /** Of everything that was read. */
    byte[] sha256() {
        return digest.digest();
    }
}
