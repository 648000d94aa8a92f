package muhafiz.proof.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muhafiz.proof.tree.TreeHash;

/**
 * A run of up to 256 hashes of the tree (c2sp.org/tlog-tiles, Merkle Tree), served at
 *
 * <pre>
 * tile/&lt;L&gt;/&lt;N&gt;[.p/&lt;W&gt;]
 * </pre>
 *
 * <p>as the hashes one after the other, 32 bytes each: {@code MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l])}
 * for i from 0. Level 0 holds leaf hashes, each level above the hashes of full tiles below.
 *
 * @param level 0 to 7 (the specification has room for 63; 256^8 leaves are more than a tree can have here)
 * @param index among the tiles of its level, from 0
 * @param width 1 to 255 in a partial tile, 256 in a full one
 */
public record Tile(int level, long index, int width) implements LogPath {
    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;

    public static final int WIDTH = 1 << HEIGHT;
    public static final int HIGHEST_LEVEL = 7;

    public Tile {
        Form.check(index, width);
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("a tile has a level from 0 to " + HIGHEST_LEVEL + ", was " + level);
        }
    }

    @Override
    public String path() {
        return "tile/" + level + "/" + Form.of(index, width);
    }

    /** Index of the first hash of this tile among those of its level. */
    public long first() {
        return index * WIDTH;
    }

    public boolean isPartial() {
        return width < WIDTH;
    }

    /** The tiles of the tree of {@code newSize} leaves that the tree of {@code oldSize} did not have, lowest first. */
    public static List<Tile> between(long oldSize, long newSize) {
        return IntStream.rangeClosed(0, HIGHEST_LEVEL)
                .boxed()
                .flatMap(level -> eachBetween(level, oldSize, newSize))
                .toList();
    }

    /** Those of {@link #between} on one level, one by one, for a size that somebody else says. */
    public static Stream<Tile> eachBetween(int level, long oldSize, long newSize) {
        return Form.between(
                oldSize >> (HEIGHT * level),
                newSize >> (HEIGHT * level),
                (index, width) -> new Tile(level, index, width));
    }

    /** The content of a tile. */
    public static byte[] encode(List<TreeHash> hashes) {
        var out = new ByteArrayOutputStream(hashes.size() * TreeHash.LENGTH);
        hashes.forEach(hash -> out.writeBytes(hash.bytes()));
        return out.toByteArray();
    }

    /**
     * The hashes in what is said to be the content of this tile.
     *
     * @throws IllegalArgumentException when it does not have the length of {@link #width()} hashes
     */
    public List<TreeHash> decode(byte[] content) {
        if (content.length != width * TreeHash.LENGTH) {
            throw new IllegalArgumentException(
                    path() + " is " + width * TreeHash.LENGTH + " bytes, was " + content.length);
        }
        var hashes = new ArrayList<TreeHash>(width);
        for (int at = 0; at < content.length; at += TreeHash.LENGTH) {
            hashes.add(new TreeHash(Arrays.copyOfRange(content, at, at + TreeHash.LENGTH)));
        }
        return hashes;
    }
}
