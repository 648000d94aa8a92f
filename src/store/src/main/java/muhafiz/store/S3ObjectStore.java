package muhafiz.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.seal.Ciphertext;

/** Objects in any S3 store that honours {@code If-None-Match: *} on a put. */
public final class S3ObjectStore implements ObjectStore {
    private final S3Wire wire;
    private final S3Attempts attempts;

    /** Connects with the first call, not here. */
    public S3ObjectStore(S3Settings settings) {
        this(settings, InstantSource.system());
    }

    /** @param clock dates the signatures; stores refuse what is more than 15 minutes off */
    public S3ObjectStore(S3Settings settings, InstantSource clock) {
        this.wire = new S3Wire(settings, clock);
        this.attempts = new S3Attempts(settings.timing());
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
        String what = "put " + name;
        var settled = attempts.settle(what, () -> wire.put(name, bytes, label));
        switch (settled.reply().verdict()) {
            case DONE -> {}
            case EXISTS -> {
                if (!settled.repeated() || !isStored(name, bytes)) {
                    throw new ObjectExistsException(name);
                }
            }
            case MISSING, LATER, REFUSED -> throw new StoreRefusedException(what, settled.reply());
        }
    }

    /** Whether an attempt whose answer was lost had stored exactly these bytes. Read back, as an ETag proves little. */
    private boolean isStored(ObjectName name, Ciphertext bytes) {
        var length = head(name);
        return length.isPresent()
                && length.getAsLong() == bytes.length()
                && MessageDigest.isEqual(sha256(read(name, 0, bytes.length())), bytes.sha256());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public byte[] read(ObjectName name, long offset, int length) {
        Ranges.check(offset, length);
        String what = "read " + name;
        S3Reply reply =
                attempts.settle(what, () -> wire.get(name, offset, length)).reply();
        return switch (reply.verdict()) {
            case DONE -> exactly(name, offset, length, reply);
            case MISSING ->
                throw reply.status() == 404
                        ? MissingObjectException.gone(name)
                        : MissingObjectException.ends(name, offset, length);
            case EXISTS, LATER, REFUSED -> throw new StoreRefusedException(what, reply);
        };
    }

    /** A server may answer the whole object (200) instead of the range (206): that is right only where they are the same. */
    private static byte[] exactly(ObjectName name, long offset, int length, S3Reply reply) {
        boolean whole = reply.status() == 200 && offset == 0 && reply.length().orElse(-1) == length;
        if (reply.status() != 206 && !whole) {
            throw new StoreRefusedException("read a range of " + name, reply);
        }
        if (reply.body().length != length) {
            throw MissingObjectException.ends(name, offset, length);
        }
        return reply.body();
    }

    @Override
    public OptionalLong head(ObjectName name) {
        Optional<S3Reply> reply = headOf(name);
        if (reply.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(reply.get()
                .length()
                .orElseThrow(() -> new StoreRefusedException("head without a length of " + name, reply.get())));
    }

    @Override
    public Optional<Label> label(ObjectName name) {
        return headOf(name)
                .flatMap(S3Reply::label)
                .map(text -> Label.parse(text)
                        .orElseThrow(() -> new IntegrityException("object " + name + " carries a label that is none")));
    }

    private Optional<S3Reply> headOf(ObjectName name) {
        String what = "head " + name;
        S3Reply reply = attempts.settle(what, () -> wire.head(name)).reply();
        return switch (reply.verdict()) {
            case DONE -> Optional.of(reply);
            case MISSING -> nothingInTheBucket();
            case EXISTS, LATER, REFUSED -> throw new StoreRefusedException(what, reply);
        };
    }

    /** A head has no error document, so a missing bucket looks like a missing object: ask before saying "not there". */
    private Optional<S3Reply> nothingInTheBucket() {
        String what = "head bucket";
        S3Reply reply = attempts.settle(what, wire::headBucket).reply();
        if (reply.verdict() != S3Reply.Verdict.DONE) {
            throw new StoreRefusedException(what, reply);
        }
        return Optional.empty();
    }

    @Override
    public boolean reachable() {
        try {
            return wire.headBucket().verdict() == S3Reply.Verdict.DONE;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
