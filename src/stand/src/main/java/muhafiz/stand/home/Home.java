package muhafiz.stand.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** One archive's folder, locked for as long as this is open. Safe for use by several threads. */
public final class Home implements AutoCloseable {
    private final Path root;
    private final HomeLock lock;

    private Home(Path root, HomeLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing, and takes its lock.
     *
     * @throws StartRefused when the folder cannot be written, or another stand holds it
     */
    public static Home open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            PrivateFiles.folder(absolute);
            probe(absolute);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + absolute + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "). Set MUHAFIZ_HOME to a folder that belongs to the user who runs this.",
                    e);
        }
        return new Home(absolute, HomeLock.take(absolute));
    }

    private static void probe(Path root) throws IOException {
        Path probe = root.resolve(".writable");
        Files.deleteIfExists(probe);
        Files.createFile(probe, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.delete(probe);
    }

    public Path root() {
        return root;
    }

    /** A file or folder below the root, created or not. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** A folder below the root, created with mode 0700 where it is missing. */
    public Path folder(String name) {
        try {
            return PrivateFiles.folder(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Secrets secrets() {
        return new Secrets(folder("secrets"));
    }

    /** Says that this archive is stopping: the next one waits for the folder instead of being refused. */
    public void announceStop() {
        lock.announceStop();
    }

    @Override
    public void close() {
        lock.close();
    }
}
