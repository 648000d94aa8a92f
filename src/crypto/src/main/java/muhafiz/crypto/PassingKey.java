package muhafiz.crypto;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key on its way into a cipher or a MAC, wiped when closed ({@code SecretKeySpec} cannot be). For the rooms inside crypto only.
 */
public final class PassingKey implements SecretKey, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final String algorithm;
    private final transient byte[] raw;
    private transient boolean closed;

    /** @param raw copied */
    public PassingKey(String algorithm, byte[] raw) {
        this.algorithm = algorithm;
        this.raw = raw.clone();
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        if (closed) {
            throw new IllegalStateException("this key is closed");
        }
        return raw.clone();
    }

    @Override
    public void destroy() {
        Arrays.fill(raw, (byte) 0);
        closed = true;
    }

    @Override
    public boolean isDestroyed() {
        return closed;
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "PassingKey[" + algorithm + "]";
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a key is never written out");
    }
}
