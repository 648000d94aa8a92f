package muhafiz.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import muhafiz.crypto.seal.Ciphertext;

/** Objects in this process's memory, for tests and trials: durable as long as the process. */
public final class MemoryObjectStore implements ObjectStore {
    private final ConcurrentMap<String, Held> objects = new ConcurrentHashMap<>();
    private final InstantSource clock;

    @SuppressWarnings("ArrayRecordComponent") // never handed out, never compared
    private record Held(byte[] bytes, Optional<Label> label, Instant modified) {}

    public MemoryObjectStore() {
        this(InstantSource.system());
    }

    /** @param clock gives the instants that a listing shows */
    public MemoryObjectStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(ObjectName name, Ciphertext bytes) {
        put(name, bytes, Optional.empty());
    }

    @Override
    public void put(ObjectName name, Ciphertext bytes, Label label) {
        put(name, bytes, Optional.of(label));
    }

    private void put(ObjectName name, Ciphertext bytes, Optional<Label> label) {
        var held = new Held(copy(bytes), label, clock.instant());
        if (objects.putIfAbsent(name.toString(), held) != null) {
            throw new ObjectExistsException(name);
        }
    }

    private static byte[] copy(Ciphertext bytes) {
        try (var out = new ByteArrayOutputStream(bytes.length())) {
            bytes.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    @Override
    public byte[] read(ObjectName name, long offset, int length) {
        Ranges.check(offset, length);
        var held = objects.get(name.toString());
        if (held == null) {
            throw MissingObjectException.gone(name);
        }
        if (offset > held.bytes.length - (long) length) {
            throw MissingObjectException.ends(name, offset, length);
        }
        return Arrays.copyOfRange(held.bytes, (int) offset, (int) offset + length);
    }

    @Override
    public OptionalLong head(ObjectName name) {
        var held = objects.get(name.toString());
        return held == null ? OptionalLong.empty() : OptionalLong.of(held.bytes.length);
    }

    @Override
    public Optional<Label> label(ObjectName name) {
        var held = objects.get(name.toString());
        return held == null ? Optional.empty() : held.label;
    }

    @Override
    public boolean reachable() {
        return true;
    }

    /** The destroyer of the same objects. */
    public ObjectDestroyer destroyer() {
        return new Destroyer();
    }

    /** Frees nothing: the objects stay as long as this does. */
    @Override
    public void close() {}

    private final class Destroyer implements ObjectDestroyer {
        @Override
        public void list(String prefix, Consumer<StoredObject> each) {
            objects.forEach((name, held) -> {
                if (name.startsWith(prefix)) {
                    each.accept(new StoredObject(name, held.bytes.length, held.modified));
                }
            });
        }

        @Override
        public Deletion delete(String name) {
            objects.remove(name);
            return new Deletion.Gone();
        }

        @Override
        public boolean retain(String name, Instant until) {
            return false;
        }

        @Override
        public BucketLock bucketLock() {
            return BucketLock.NONE;
        }

        @Override
        public void close() {}
    }
}
