package muhafiz.service.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.intake.MediaTypes;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.upload.UploadDesk.Growth;
import muhafiz.service.upload.UploadDesk.Standing;
import muhafiz.service.upload.UploadDesk.Visitor;
import muhafiz.service.upload.UploadRows.Part;
import org.jspecify.annotations.Nullable;

/**
 * One body of an upload as it arrives: cut into parts, each sealed, put and then counted; with a checksum all are counted together or none is.
 * The last part of the whole is kept in memory, never counted: it counts with the document. Holds one part in plaintext and one sealed. For
 * one thread.
 */
final class Arrival {
    private static final int PART = 512 * 1024;

    /** Parts of an upload: enough for a line that breaks after every few KiB of a passport, too few to burden anybody. */
    private static final int MOST = 10_000;

    private final UploadDesk desk;
    private final Parts store;
    private final Of of;
    private final Append append;
    private final UUID attempt = Randoms.id();
    private final Optional<MessageDigest> digest;
    private final List<Part> waiting = new ArrayList<>();
    private final byte[] buffer;

    private int counted;
    private long received;
    private boolean onRecord;
    private boolean ended;
    private @Nullable Exception broken;

    /** Whose body, and of what; the key stays the caller's. */
    record Of(Visitor visitor, Standing standing, LeafKey key) {}

    Arrival(UploadDesk desk, Parts store, Of of, Append append) {
        this.desk = desk;
        this.store = store;
        this.of = of;
        this.append = append;
        this.digest = append.checksum().map(Checksum::digest);
        this.counted = of.standing().row().parts();
        this.received = of.standing().received();
        this.buffer = new byte[(int) Math.min(PART, of.standing().wish().length() - received)];
    }

    /** Parts that are counted so far. */
    int counted() {
        return counted;
    }

    UploadProgress progress() {
        UploadProgress before = of.standing().progress();
        return new UploadProgress(
                before.id(), before.length(), received, before.metadata(), before.until(), before.document());
    }

    /**
     * Takes the body to its end.
     *
     * @return the whole upload, where these were its last bytes; it reads the parts again, under the same key
     * @throws IOException where the sender went away; what came is counted, unless a checksum was announced
     */
    Optional<InputStream> take() throws IOException {
        try {
            return taken();
        } catch (Exception e) { // a commit that fails throws a checked one, declared or not
            store.remove(id(), waiting);
            throw e;
        }
    }

    private Optional<InputStream> taken() throws IOException {
        long length = of.standing().wish().length();
        while (true) {
            int size = fill((int) Math.min(buffer.length, length - received));
            digest.ifPresent(sum -> sum.update(buffer, 0, size));
            requireType(size);
            if (received + size == length) {
                requireEnd();
                requireChecksum();
                return Optional.of(whole(size));
            }
            keep(size);
            if (broken != null || ended) {
                break;
            }
        }
        goneAway();
        requireChecksum();
        count(waiting);
        return Optional.empty();
    }

    /** Reads until so much has come, the body ends, or the sender is gone. */
    private int fill(int wanted) {
        int size = 0;
        try {
            while (size < wanted && !ended) {
                int read = append.body().read(buffer, size, wanted - size);
                ended = read < 0;
                size += Math.max(0, read);
            }
        } catch (IOException | RefusedException e) {
            broken = e;
        }
        return size;
    }

    /** Told at once, not after the last part, where the first one shows it. */
    private void requireType(int size) {
        if (received == 0 && size >= MediaTypes.HEAD) {
            of.visitor().admitted().requireType(Arrays.copyOf(buffer, MediaTypes.HEAD));
        }
    }

    private void requireEnd() throws IOException {
        goneAway();
        if (!ended && append.body().read() >= 0) {
            throw Uploads.tooLong(of.standing().wish().length() - append.offset());
        }
    }

    private void goneAway() throws IOException {
        if (broken instanceof IOException gone) {
            throw gone;
        }
        if (broken instanceof RefusedException slow) {
            throw slow;
        }
    }

    private void requireChecksum() {
        append.checksum().ifPresent(sum -> sum.require(digest.orElseThrow().digest()));
    }

    private void keep(int size) {
        if (size > 0) {
            requireRoom();
            byte[] bytes = Arrays.copyOf(buffer, size);
            waiting.add(store.put(of.key(), id(), attempt, counted + waiting.size(), bytes));
            Arrays.fill(bytes, (byte) 0);
            received += size;
        }
        if (digest.isEmpty()) {
            count(waiting);
        }
    }

    private void requireRoom() {
        if (counted + waiting.size() >= MOST) {
            throw new RefusedException(
                    Refusal.TOO_MANY_UPLOADS, "the upload came in more than " + MOST + " parts; begin another");
        }
    }

    private void count(List<Part> parts) {
        Growth growth = new Growth(of.standing(), counted, List.copyOf(parts), received);
        if (!onRecord) {
            desk.growOnRecord(of.visitor(), of.key(), growth);
            onRecord = true;
        } else if (!parts.isEmpty()) {
            desk.grow(of.key(), growth);
        }
        counted += parts.size();
        parts.clear();
    }

    private InputStream whole(int size) {
        List<Part> all =
                Stream.concat(desk.parts(id()).stream(), waiting.stream()).toList();
        return new SequenceInputStream(
                new SequenceInputStream(opened(all.iterator())), new ByteArrayInputStream(buffer, 0, size));
    }

    /** One after the other, each opened when the one before is read. */
    @SuppressWarnings("JdkObsolete") // a SequenceInputStream takes nothing else
    private Enumeration<InputStream> opened(Iterator<Part> left) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return store.open(of.key(), id(), left.next());
            }
        };
    }

    private UUID id() {
        return of.standing().row().id();
    }
}
