package muhafiz.proof.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The name of one of the immutable parts of a tiled log below its prefix (c2sp.org/tlog-tiles). */
public sealed interface LogPath permits Tile, EntryBundle {
    /** As the specification writes it: {@code tile/0/x001/x234/067}, {@code tile/entries/000.p/17}. */
    String path();

    /**
     * Reads a path below the log's prefix.
     *
     * @throws IllegalArgumentException when it names no tile and no bundle, or not in its one form
     */
    static LogPath parse(String path) {
        Matcher parts = Form.PATTERN.matcher(path);
        if (!parts.matches()) {
            throw new IllegalArgumentException("this is the path of no tile and of no entry bundle");
        }
        long index = Form.index(parts.group(2));
        int width = parts.group(3).isEmpty() ? Tile.WIDTH : Integer.parseInt(parts.group(4));
        LogPath named = parts.group(1).equals("entries")
                ? new EntryBundle(index, width)
                : new Tile(Integer.parseInt(parts.group(1)), index, width);
        if (!named.path().equals(path)) {
            throw new IllegalArgumentException("a tile or bundle is written as " + named.path());
        }
        return named;
    }

    /** How index and width are written: zero-padded groups of three digits, all but the last with an x before them. */
    final class Form {
        private static final Pattern PATTERN =
                Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(|\\.p/([0-9]{1,3}))");
        private static final int GROUP = 1000;

        private Form() {}

        static String of(long index, int width) {
            var path = new StringBuilder(String.format("%03d", index % GROUP));
            for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
                path.insert(0, String.format("x%03d/", rest % GROUP));
            }
            return width == Tile.WIDTH ? path.toString() : path + ".p/" + width;
        }

        private static long index(String groups) {
            try {
                return Long.parseLong(groups.replaceAll("[x/]", ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the index of a tile is beyond 2^63 - 1", e);
            }
        }

        /** What has an index and a width. */
        interface Place<T> {
            T at(long index, int width);
        }

        /** The tiles in which {@code newCount} things stand, but for those in which {@code oldCount} things stood alike. */
        static <T> Stream<T> between(long oldCount, long newCount, Place<T> place) {
            if (oldCount >= newCount) {
                return Stream.empty();
            }
            return LongStream.rangeClosed(oldCount / Tile.WIDTH, (newCount - 1) / Tile.WIDTH)
                    .mapToObj(index -> place.at(index, (int) Math.min(Tile.WIDTH, newCount - index * Tile.WIDTH)));
        }

        static void check(long index, int width) {
            if (index < 0 || width < 1 || width > Tile.WIDTH) {
                throw new IllegalArgumentException("no tile has index " + index + " and width " + width);
            }
        }
    }
}
