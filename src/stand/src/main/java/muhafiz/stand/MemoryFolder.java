package muhafiz.stand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;

/** A folder in memory, of one archive alone: where parsers may write. It goes when the archive stops. */
record MemoryFolder(Path home) {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** Makes the folder; empty where the machine has no file system in memory. */
    Optional<Path> ensure() {
        if (!Files.isDirectory(SHARED_MEMORY)) {
            return Optional.empty();
        }
        try {
            if (Files.isSymbolicLink(folder())) {
                throw new StartRefused("Somebody has put a link at " + folder() + ". Remove it, then start again.");
            }
            return Optional.of(PrivateFiles.folder(folder()));
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + folder() + " belongs to another user. Remove it, then start again.", e);
        }
    }

    /** Removes the folder and what is left in it; what cannot be removed is emptied at the next start. */
    void remove() {
        try {
            PrivateFiles.remove(folder());
        } catch (IOException e) {
            System.getLogger("muhafiz.stand").log(System.Logger.Level.WARNING, "cannot remove " + folder());
        }
    }

    private Path folder() {
        return SHARED_MEMORY.resolve(
                "muhafiz-" + UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
