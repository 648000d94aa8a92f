package muhafiz.sandbox.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muhafiz.sandbox.mrz.Blobs.Blob;

/** Looks for rows of letters at a fixed pitch, whichever way the page lies. */
final class Rows {
    /** Degrees by which a page may lie askew. */
    private static final double MOST_SKEW = 7;

    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;

    /** Pixels of a letter's height that are looked for together; what is lower than a filler is none of them. */
    private static final double[] HEIGHTS = {7, 9, 12, 16, 21, 28, 37, 49, 65};

    private static final double LEAST_OF_HEIGHT = 0.42;
    private static final double MOST_OF_HEIGHT = 1.3;

    private Rows() {}

    /** The two ways in which lines may run: as the page lies, and from top to bottom. Each may be upside down, too. */
    static List<Row> of(List<Blob> spots, int quarter) {
        List<Blob> ofLetters = spots.stream()
                .filter(spot -> spot.width() < 2 * spot.height() && spot.height() < 6 * spot.width())
                .toList();
        if (ofLetters.size() < 2 * Row.LEAST) {
            return List.of();
        }
        Turn turn = new Turn(quarter * 90 + skew(ofLetters, quarter * 90));
        List<Row> rows = new ArrayList<>();
        for (double height : HEIGHTS) {
            List<Blob> ofHeight = ofLetters.stream()
                    .filter(spot -> size(spot, quarter) > LEAST_OF_HEIGHT * height
                            && size(spot, quarter) <= MOST_OF_HEIGHT * height)
                    .toList();
            ofHeight(turn, ofHeight, height, rows);
        }
        return distinct(rows);
    }

    private static double size(Blob spot, int quarter) {
        return quarter % 2 == 0 ? spot.height() : spot.width();
    }

    private static double skew(List<Blob> spots, double way) {
        double coarse = sharpest(spots, way, -MOST_SKEW, MOST_SKEW, COARSE);
        return sharpest(spots, way, coarse - COARSE, coarse + COARSE, FINE);
    }

    /** The angle at which rows are the densest. */
    private static double sharpest(List<Blob> spots, double way, double from, double to, double step) {
        double best = 0;
        double most = -1;
        for (double skew = from; skew <= to + 1e-9; skew += step) {
            double density = density(spots, new Turn(way + skew));
            if (density > most) {
                most = density;
                best = skew;
            }
        }
        return best;
    }

    private static double density(List<Blob> spots, Turn turn) {
        double[] downs = spots.stream()
                .mapToDouble(spot -> turn.down(spot.x(), spot.y()))
                .toArray();
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double down : downs) {
            low = Math.min(low, down);
            high = Math.max(high, down);
        }
        int[] counts = new int[(int) ((high - low) / 3) + 2];
        for (double down : downs) {
            counts[(int) ((down - low) / 3)]++;
        }
        double density = 0;
        for (int count : counts) {
            density += (double) count * count;
        }
        return density;
    }

    /** Rows among spots of about one height: wherever enough of them lie side by side. */
    private static void ofHeight(Turn turn, List<Blob> spots, double height, List<Row> rows) {
        List<Blob> ordered = spots.stream()
                .sorted(Comparator.comparingDouble(spot -> turn.down(spot.x(), spot.y())))
                .toList();
        double reach = 0.5 * height;
        int first = 0;
        while (first < ordered.size()) {
            int end = first;
            double begin = down(turn, ordered.get(first));
            while (end < ordered.size() && down(turn, ordered.get(end)) < begin + reach) {
                end++;
            }
            if (end - first >= Row.LEAST && isPeak(turn, ordered, first, end, reach)) {
                double middle = down(turn, ordered.get((first + end) / 2));
                List<Blob> near = ordered.stream()
                        .filter(spot -> Math.abs(down(turn, spot) - middle) < 0.6 * height)
                        .toList();
                Row.of(turn, near, height).ifPresent(rows::add);
                first = end;
            } else {
                first++;
            }
        }
    }

    /** Whether beginning a little later finds no more. */
    private static boolean isPeak(Turn turn, List<Blob> ordered, int first, int end, double reach) {
        double later = down(turn, ordered.get(first)) + reach / 3;
        int from = first;
        while (from < ordered.size() && down(turn, ordered.get(from)) < later) {
            from++;
        }
        int to = Math.max(from, end);
        while (to < ordered.size() && down(turn, ordered.get(to)) < later + reach) {
            to++;
        }
        return to - from <= end - first;
    }

    private static double down(Turn turn, Blob spot) {
        return turn.down(spot.x(), spot.y());
    }

    /** From top to bottom; of those that were found at several heights, the longest. */
    private static List<Row> distinct(List<Row> rows) {
        List<Row> distinct = new ArrayList<>();
        rows.stream()
                .sorted(Comparator.comparingInt((Row row) -> row.last() - row.first())
                        .reversed())
                .filter(row -> distinct.stream()
                        .noneMatch(other -> Math.abs(other.middleDown() - row.middleDown()) < 0.6 * row.pitch()))
                .forEach(distinct::add);
        distinct.sort(Comparator.comparingDouble(Row::middleDown));
        return distinct;
    }
}
