package muhafiz.proof.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of up to 256 entries (c2sp.org/tlog-tiles, Log entries), served at
 *
 * <pre>
 * tile/entries/&lt;N&gt;[.p/&lt;W&gt;]
 * </pre>
 *
 * <p>as a big-endian uint16 length and that many bytes for each entry, one after the other. Entry i of bundle n hashes to
 * hash i of tile n of level 0.
 *
 * @param index among the bundles, from 0
 * @param width 1 to 255 in a partial bundle, 256 in a full one
 */
public record EntryBundle(long index, int width) implements LogPath {
    private static final int LONGEST_ENTRY = 0xffff;

    public EntryBundle {
        Form.check(index, width);
    }

    @Override
    public String path() {
        return "tile/entries/" + Form.of(index, width);
    }

    /** Index of the first entry of this bundle in the log. */
    public long first() {
        return index * Tile.WIDTH;
    }

    public boolean isPartial() {
        return width < Tile.WIDTH;
    }

    /** The bundles of the log of {@code newSize} entries that the log of {@code oldSize} did not have. */
    public static List<EntryBundle> between(long oldSize, long newSize) {
        return eachBetween(oldSize, newSize).toList();
    }

    /** {@link #between} one by one, for a size that somebody else says. */
    public static Stream<EntryBundle> eachBetween(long oldSize, long newSize) {
        return Form.between(oldSize, newSize, EntryBundle::new);
    }

    /** The content of a bundle; each entry at most 65,535 bytes. */
    public static byte[] encode(List<byte[]> entries) {
        var out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("an entry is at most 65535 bytes, was " + entry.length);
            }
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The entries in what is said to be the content of this bundle.
     *
     * @throws IllegalArgumentException when it is not exactly {@link #width()} entries
     */
    public List<byte[]> decode(byte[] content) {
        List<byte[]> entries = beginning(content);
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        if (entries.size() < width) {
            throw new IllegalArgumentException(path() + " ends after " + entries.size() + " entries");
        }
        if (length < content.length) {
            throw new IllegalArgumentException(
                    path() + " has " + (content.length - length) + " bytes after its last entry");
        }
        return entries;
    }

    /** The entries that are whole in what may be a damaged bundle, from the first on, at most {@link #width()}. */
    public List<byte[]> beginning(byte[] content) {
        var in = ByteBuffer.wrap(content);
        var entries = new ArrayList<byte[]>(width);
        while (entries.size() < width && in.remaining() >= Short.BYTES) {
            byte[] entry = new byte[in.getShort() & LONGEST_ENTRY];
            if (in.remaining() < entry.length) {
                break;
            }
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
