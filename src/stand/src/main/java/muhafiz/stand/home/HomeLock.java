package muhafiz.stand.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operating system's lock on {@code lock}: it goes when the process goes, however that ends. */
final class HomeLock implements AutoCloseable {
    private static final String STOPPING = "stopping";
    private static final Duration STOP_MAY_TAKE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final FileChannel channel;
    private final Path stopping;

    private HomeLock(FileChannel channel, Path stopping) {
        this.channel = channel;
        this.stopping = stopping;
    }

    /** Waits for an archive that is stopping; refuses at once while another runs. */
    static HomeLock take(Path root) {
        try {
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Instant latest = Instant.now().plus(STOP_MAY_TAKE);
            while (tryLock(channel) == null) {
                boolean isStopping = Files.exists(root.resolve(STOPPING));
                if (isStopping && Instant.now().isBefore(latest)) {
                    Thread.sleep(LOOK_AGAIN.toMillis());
                    continue;
                }
                // Whoever stops lets go before that file goes: if it went just now, the lock is free.
                if (!isStopping && tryLock(channel) != null) {
                    break;
                }
                channel.close();
                throw new StartRefused("Another archive is running on " + root
                        + ". Stop it first, or set MUHAFIZ_HOME to another folder.");
            }
            Files.deleteIfExists(root.resolve(STOPPING));
            return new HomeLock(channel, root.resolve(STOPPING));
        } catch (IOException e) {
            throw new StartRefused("The lock file in " + root + " cannot be taken.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while waiting for another archive to stop.", e);
        }
    }

    /** Tells whoever wants the folder next that waiting is worth while. */
    void announceStop() {
        try {
            PrivateFiles.log(stopping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(stopping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
