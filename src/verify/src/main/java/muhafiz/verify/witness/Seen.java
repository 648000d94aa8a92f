package muhafiz.verify.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tree.Sha256;

/** The newest checkpoint of each log, on disk: it survives a crash at any moment, whole. */
final class Seen {
    private final Path folder;

    Seen(Path folder) {
        this.folder = folder;
    }

    static String nameOf(String origin) {
        return HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)));
    }

    Optional<SignedNote> newest(String origin) {
        return named(nameOf(origin));
    }

    /**
     * @param name SHA-256 of the origin in hex
     * @throws IllegalArgumentException when what is kept is damaged: nothing may be signed then
     */
    Optional<SignedNote> named(String name) {
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(file(name))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".checkpoint");
    }

    /** When this returns, the note is what {@link #newest} says, whatever happens to the machine. */
    void keep(String origin, SignedNote note) {
        Path file = file(nameOf(origin));
        Path coming = folder.resolve(nameOf(origin) + ".coming");
        try {
            write(coming, note.encoded());
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
