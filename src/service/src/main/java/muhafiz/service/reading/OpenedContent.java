package muhafiz.service.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;

/** A document's bytes, opened for one reader after the log entry became durable. One thread; closing wipes the key. */
public final class OpenedContent implements AutoCloseable {
    private final Facts facts;
    private final LeafKey key;
    private final Opener opener;
    private final UnaryOperator<OutputStream> watched;

    /** @param watched hands bytes on for as long as the key is held */
    OpenedContent(Facts facts, LeafKey key, Opener opener, UnaryOperator<OutputStream> watched) {
        this.facts = facts;
        this.key = key;
        this.opener = opener;
        this.watched = watched;
    }

    /** What is known of the bytes without reading them. */
    record Facts(String mediaType, long length, UUID version, Optional<String> fileName) {}

    public String mediaType() {
        return facts.mediaType();
    }

    /** True length in bytes. */
    public long length() {
        return facts.length();
    }

    public UUID version() {
        return facts.version();
    }

    public Optional<String> fileName() {
        return facts.fileName();
    }

    /**
     * Writes the bytes from {@code from} (inclusive) to {@code toExclusive}; each chunk only after its tag was checked.
     *
     * @throws muhafiz.crypto.IntegrityException where the ciphertext is not what was sealed
     * @throws muhafiz.service.keys.ForgottenException where the key was destroyed meanwhile: within a second, or 16 MiB
     */
    public void write(long from, long toExclusive, OutputStream out) throws IOException {
        opener.copy(from, toExclusive, watched.apply(out));
    }

    /** All of them, for a reader that ends by itself; to be closed by the caller. */
    InputStream stream() throws IOException {
        return opener.stream();
    }

    @Override
    public void close() {
        key.close();
    }
}
