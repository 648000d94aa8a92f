package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Sealer;
import muhafiz.crypto.seal.Tally;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.Settings;
import muhafiz.service.document.Removal;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/** Where bags lie: in the operator's folder of imports, or, where one came as a body, sealed in the store. Safe for all threads. */
@ApplicationScoped
class Bags {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String PART = "package";
    private static final String LENGTH = "length";

    private final Settings settings;
    private final ObjectStore store;
    private final ObjectDestroyer destroyer;
    private final Removal removal;
    private final ImportSeal seal;

    @Inject
    Bags(Settings settings, ObjectStore store, ObjectDestroyer destroyer, Removal removal, ImportSeal seal) {
        this.settings = settings;
        this.store = store;
        this.destroyer = destroyer;
        this.removal = removal;
        this.seal = seal;
    }

    /** @throws RefusedException {@code import-not-accepted} where nothing of this name lies in the folder of imports */
    void requireNamed(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "a package is named by 1 to 100 of A-Z a-z 0-9 . _ -",
                    Map.of("member", "package"));
        }
        Path place = place(name);
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedException(
                    Refusal.IMPORT_NOT_ACCEPTED, "the archive's folder of imports holds no folder or ZIP of this name");
        }
    }

    private Path place(String name) {
        String own = settings.archive().text("imports.folder");
        return Path.of(own.isEmpty() ? settings.required("imports.folder") : own)
                .resolve(name);
    }

    /**
     * Seals a body into the store, in one pass.
     *
     * @throws RefusedException {@code too-large}, {@code empty-body}
     * @throws IOException where the sender went away
     */
    ImportRows.Body keep(LeafKey key, UUID id, InputStream body) throws IOException {
        long most = (long) settings.archive().count("imports.gibibytes") << 30;
        Tally tally = Sealer.seal(
                key, seal.bag(id), new AtMost(body, most), (index, segment) -> store.put(name(id, index), segment));
        if (tally.length() == 0) {
            throw new RefusedException(Refusal.EMPTY_BODY, "the body is empty");
        }
        byte[] length = seal.seal(
                key,
                id,
                LENGTH,
                Json.createObjectBuilder().add(LENGTH, tally.length()).build());
        return new ImportRows.Body(length, tally.sealedLength());
    }

    private static ObjectName name(UUID id, int segment) {
        return new ObjectName(id, PART, segment);
    }

    /** @param key stays the caller's, who closes it after the bag */
    Bag open(LeafKey key, ImportRows.Row row) throws IOException, BagFault {
        if (row.body().isPresent()) {
            return new BagZip(sealed(key, row.id(), row.body().get()));
        }
        Path place = place(row.packaged());
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return new BagFolder(place);
        }
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new BagFault("bag-not-readable", "it is no longer there");
        }
        return new BagZip(FileChannel.open(place, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private SealedBytes sealed(LeafKey key, UUID id, ImportRows.Body body) {
        long length =
                seal.open(key, id, LENGTH, body.length()).getJsonNumber(LENGTH).longValueExact();
        return new SealedBytes(
                key,
                seal.bag(id),
                length,
                body.sealedLength(),
                (segment, offset, some) -> store.read(name(id, segment), offset, some));
    }

    /** Every object of a bag that came as a body. */
    void remove(UUID id) {
        destroyer.list(id + "/", object -> removal.remove(object.name()));
    }

    /** A body that may not be longer. */
    private static final class AtMost extends FilterInputStream {
        private final long most;
        private long count;

        AtMost(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw new RefusedException(
                        Refusal.TOO_LARGE,
                        "a package that is sent has at most " + most + " bytes; bring a larger one as a folder",
                        Map.of("limit", Long.toString(most)));
            }
            return read;
        }
    }
}
