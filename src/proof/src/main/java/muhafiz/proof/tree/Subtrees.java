package muhafiz.proof.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Roots of parts of one tree, from its tiles; each tile is read once. Not for several threads. */
final class Subtrees {
    private static final int TILE_HEIGHT = 8;
    private static final int TILE_WIDTH = 1 << TILE_HEIGHT;

    private record Place(int level, long index) {}

    private final long size;
    private final HashReader reader;
    private final Map<Place, List<TreeHash>> tiles = new HashMap<>();

    Subtrees(long size, HashReader reader) {
        this.size = size;
        this.reader = reader;
    }

    /** MTH(D[from:to]) for a range that RFC 6962's recursion meets. */
    TreeHash root(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            return complete(Long.numberOfTrailingZeros(length), from / length);
        }
        long split = from + MerkleTree.split(length);
        return MerkleTree.nodeHash(root(from, split), root(split, to));
    }

    private TreeHash complete(int height, long index) {
        int count = 1 << height % TILE_HEIGHT;
        long first = index * count;
        int at = (int) (first % TILE_WIDTH);
        List<TreeHash> tile = tile(new Place(height / TILE_HEIGHT, first / TILE_WIDTH));
        return MerkleTree.root(tile.subList(at, at + count));
    }

    private List<TreeHash> tile(Place place) {
        return tiles.computeIfAbsent(place, missing -> {
            long first = missing.index() * TILE_WIDTH;
            int width = (int) Math.min(TILE_WIDTH, (size >> (TILE_HEIGHT * missing.level())) - first);
            List<TreeHash> hashes = reader.hashes(missing.level(), first, width);
            if (hashes.size() != width) {
                throw new IllegalStateException("tile " + missing.index() + " of level " + missing.level() + " has "
                        + hashes.size() + " hashes, a tree of " + size + " leaves has " + width + " there");
            }
            return hashes;
        });
    }
}
