package muhafiz.verify.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.LogPath;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.HashReader;
import muhafiz.proof.tree.TreeHash;
import muhafiz.verify.line.UnreadableException;

/** A log in a folder, laid out as c2sp.org/tlog-tiles lays it out below its prefix. */
final class LogFolder implements HashReader {
    private static final String CHECKPOINT = "checkpoint";
    private static final int LARGEST = 256 * (2 + 65_535);

    private final Path folder;

    LogFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    Optional<SignedNote> checkpoint() {
        return read(CHECKPOINT)
                .map(note -> Input.understood(folder.resolve(CHECKPOINT).toString(), () -> SignedNote.parse(note)));
    }

    boolean has(LogPath place) {
        return Files.isRegularFile(folder.resolve(place.path()));
    }

    /**
     * The hashes of a tile; a partial one is also taken from a wider one that may have replaced it.
     *
     * @throws MissingPartException when it is not there, or not of its length
     */
    List<TreeHash> hashes(Tile tile) {
        byte[] content = IntStream.rangeClosed(tile.width(), Tile.WIDTH)
                .mapToObj(width -> new Tile(tile.level(), tile.index(), width))
                .filter(this::has)
                .findFirst()
                .flatMap(wider -> read(wider.path()).map(all -> beginning(tile, wider, all)))
                .orElseThrow(() -> new MissingPartException(tile.path() + " is missing"));
        try {
            return tile.decode(content);
        } catch (IllegalArgumentException e) {
            throw new MissingPartException(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] beginning(Tile tile, Tile wider, byte[] all) {
        return wider.equals(tile) ? all : Arrays.copyOf(all, tile.width() * TreeHash.LENGTH);
    }

    @Override
    public List<TreeHash> hashes(int level, long first, int count) {
        return hashes(new Tile(level, first / Tile.WIDTH, count));
    }

    /** The entries that can be read of a bundle, or of a wider one that may have replaced a partial one; none if it is missing. */
    List<byte[]> entries(EntryBundle bundle) {
        return IntStream.rangeClosed(bundle.width(), Tile.WIDTH)
                .mapToObj(width -> new EntryBundle(bundle.index(), width))
                .filter(this::has)
                .findFirst()
                .flatMap(wider -> read(wider.path()))
                .map(bundle::beginning)
                .orElse(List.of());
    }

    private Optional<byte[]> read(String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return Optional.of(in.readNBytes(LARGEST + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableException(folder.resolve(name) + " cannot be read", e);
        }
    }

    void write(LogPath place, byte[] content) {
        write(place.path(), content);
    }

    void write(SignedNote checkpoint) {
        write(CHECKPOINT, checkpoint.encoded());
    }

    /** All of it or nothing, also when the power goes. */
    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        Path coming = file.resolveSibling(file.getFileName() + ".coming");
        try {
            Files.createDirectories(file.resolveSibling("."));
            try (var out = FileChannel.open(
                    coming,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnreadableException(file + " cannot be written", e);
        }
    }
}
