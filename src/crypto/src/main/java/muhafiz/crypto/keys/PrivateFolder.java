package muhafiz.crypto.keys;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder (mode 0700) of secret files (mode 0600), one holder at a time. A file is replaced whole: written beside, synced,
 * renamed over, folder synced; then the bytes of the old one are overwritten where they lie (best effort: a file system
 * or flash disk that writes elsewhere keeps them).
 */
final class PrivateFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> MODE_0600 = PosixFilePermissions.asFileAttribute(OWNER_FILE);
    private static final FileAttribute<?> MODE_0700 = PosixFilePermissions.asFileAttribute(OWNER_FOLDER);

    /** Of this process: closing a second channel on the lock's file would give the first one's lock away (POSIX). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private PrivateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there and takes it for this process alone.
     *
     * @throws IllegalStateException when another archive holds it
     */
    static PrivateFolder take(Path folder) throws IOException {
        make(folder.toAbsolutePath());
        Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw held(real);
        }
        try {
            return new PrivateFolder(real, lock(real));
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** @throws IllegalStateException when others than the owner may touch the file */
    byte[] read(String name) throws IOException {
        Path file = folder.resolve(name);
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!OWNER_FILE.containsAll(mode)) {
            throw new IllegalStateException(
                    file + " has mode " + PosixFilePermissions.toString(mode) + ", allowed is rw-------");
        }
        return Files.readAllBytes(file);
    }

    /** Durable on return: after a crash there is the old file or the new one, whole. */
    void replace(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path beside = folder.resolve(name + ".new");
        discard(beside);
        try (FileChannel channel = create(beside)) {
            write(channel, content);
        }
        if (Files.notExists(file)) {
            rename(beside, file);
            return;
        }
        try (FileChannel old = FileChannel.open(file, WRITE)) {
            rename(beside, file);
            write(old, new byte[(int) old.size()]);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        HELD.remove(folder);
    }

    private void rename(Path beside, Path file) throws IOException {
        Files.move(beside, file, ATOMIC_MOVE);
        sync(folder);
    }

    /** Durable on return, the folders above included. */
    private static void make(Path folder) throws IOException {
        Path above = folder.getParent();
        if (above != null && Files.notExists(folder)) {
            make(above);
            Files.createDirectory(folder, MODE_0700);
            sync(above);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, READ)) {
            directory.force(true);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(CREATE_NEW, WRITE), MODE_0600);
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** What a crash left half written may hold keys. */
    private static void discard(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel left = FileChannel.open(file, WRITE)) {
                write(left, new byte[(int) left.size()]);
            }
            Files.delete(file);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = Files.exists(file) ? FileChannel.open(file, WRITE) : create(file);
        if (!locked(channel)) {
            channel.close();
            throw held(folder);
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static IllegalStateException held(Path folder) {
        return new IllegalStateException("another archive holds the root keys in " + folder);
    }
}
