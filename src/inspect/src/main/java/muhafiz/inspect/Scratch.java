package muhafiz.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The folder on a memory file system in which every worker gets a room of its own. Emptied when opened (an earlier
 * archive may have been killed) and room by room as workers end. One archive holds it at a time.
 */
final class Scratch implements AutoCloseable {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");
    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel lockFile;
    private final AtomicLong rooms = new AtomicLong();

    private Scratch(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * @throws IllegalStateException when another archive holds the folder
     * @throws UncheckedIOException when the folder cannot be made or emptied
     */
    static Scratch open(Path folder) {
        try {
            // Workers of another user pass through to their own room; the listing stays ours.
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            FileChannel lockFile = lock(folder.resolve(LOCK));
            Scratch scratch = new Scratch(folder, lockFile);
            scratch.emptyAll();
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's memory folder cannot be used: " + folder, e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: said below as for any other.
        }
        channel.close();
        throw new IllegalStateException("another archive holds the sandbox's memory folder " + file.getParent());
    }

    /** Whether what is written here stays in memory. */
    boolean isMemory() {
        try {
            return MEMORY.contains(Files.getFileStore(folder).type());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's memory folder cannot be looked at: " + folder, e);
        }
    }

    /** A new, empty room, owned by nobody where the archive is root. */
    Room room() throws IOException {
        Path path = folder.resolve("room-" + rooms.incrementAndGet());
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OURS));
        if (Myself.isRoot()) {
            Files.setAttribute(path, "unix:uid", Myself.NOBODY);
        }
        return new Room(path);
    }

    /** A folder for what all workers may read and none may write; kept until this is closed. */
    Path shelf() throws IOException {
        Path shelf = folder.resolve("shelf-" + rooms.incrementAndGet());
        Files.createDirectory(shelf);
        return Files.setPosixFilePermissions(shelf, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void emptyAll() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.filter(p -> !p.endsWith(LOCK)).toList()) {
                remove(path);
            }
        }
    }

    /** Removes a tree whose owner may have tried to keep us out; links are removed, never followed. */
    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, OURS);
            try (Stream<Path> inside = Files.list(path)) {
                for (Path each : inside.toList()) {
                    remove(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    @Override
    public void close() {
        try (lockFile) {
            emptyAll();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's memory folder cannot be emptied: " + folder, e);
        }
    }

    /** One worker's place in memory. */
    record Room(Path path) {
        /** Removes the room and everything a worker left in it. */
        void empty() throws IOException {
            remove(path);
        }
    }
}
