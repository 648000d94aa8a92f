package muhafiz.sandbox.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spots of ink that may be letters. */
final class Blobs {
    /** Half the edge of the square whose mean a pixel must be darker than, as a share of the picture's width. */
    private static final double NEIGHBOURHOOD = 0.012;
    /** By how much darker, 0 to 255. */
    private static final int CONTRAST = 18;

    private static final int LEAST_HEIGHT = 5;
    private static final int MOST_HEIGHT = 90;
    private static final int MOST_WIDTH = 90;
    /** More are no page that somebody reads a passport from: noise, or a picture of something else. */
    private static final int MOST = 40_000;
    /** Spots before they are joined, a bound on memory. */
    private static final int MOST_LABELS = 1_000_000;

    private final Grey picture;
    private int[] parent = new int[1024];
    private int[] box = new int[4096];
    private int count;

    private Blobs(Grey picture) {
        this.picture = picture;
    }

    /** A spot: its middle and its size, in pixels. */
    record Blob(double x, double y, int width, int height) {}

    static List<Blob> of(Grey picture) {
        return new Blobs(picture).found();
    }

    private List<Blob> found() {
        int width = picture.width();
        int[] before = new int[width];
        int[] now = new int[width];
        Means means = new Means(picture, Math.max(8, (int) (width * NEIGHBOURHOOD)));
        for (int y = 0; y < picture.height() && count < MOST_LABELS; y++) {
            means.moveTo(y);
            for (int x = 0; x < width; x++) {
                now[x] = picture.at(x, y) > means.at(x) + CONTRAST ? joined(x, y, before, now) : 0;
            }
            int[] spare = before;
            before = now;
            now = spare;
        }
        return blobs();
    }

    /** The label of an ink pixel, joined with those of its neighbours above and to the left. */
    private int joined(int x, int y, int[] before, int[] now) {
        int label = x > 0 ? root(now[x - 1]) : 0;
        for (int above = Math.max(x - 1, 0); above <= Math.min(x + 1, before.length - 1); above++) {
            int other = root(before[above]);
            if (label == 0) {
                label = other;
            } else if (other != 0 && other != label) {
                label = unite(label, other);
            }
        }
        if (label == 0) {
            label = fresh(x, y);
        }
        int at = label * 4;
        box[at] = Math.min(box[at], x);
        box[at + 1] = Math.min(box[at + 1], y);
        box[at + 2] = Math.max(box[at + 2], x);
        box[at + 3] = Math.max(box[at + 3], y);
        return label;
    }

    private int fresh(int x, int y) {
        count++;
        if (count == parent.length) {
            parent = Arrays.copyOf(parent, parent.length * 2);
            box = Arrays.copyOf(box, box.length * 2);
        }
        parent[count] = count;
        box[count * 4] = x;
        box[count * 4 + 1] = y;
        box[count * 4 + 2] = x;
        box[count * 4 + 3] = y;
        return count;
    }

    private int root(int label) {
        int at = label;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int unite(int one, int other) {
        int into = Math.min(one, other);
        int from = Math.max(one, other);
        parent[from] = into;
        box[into * 4] = Math.min(box[into * 4], box[from * 4]);
        box[into * 4 + 1] = Math.min(box[into * 4 + 1], box[from * 4 + 1]);
        box[into * 4 + 2] = Math.max(box[into * 4 + 2], box[from * 4 + 2]);
        box[into * 4 + 3] = Math.max(box[into * 4 + 3], box[from * 4 + 3]);
        return into;
    }

    private List<Blob> blobs() {
        List<Blob> blobs = new ArrayList<>();
        for (int label = 1; label <= count; label++) {
            int at = label * 4;
            int width = box[at + 2] - box[at] + 1;
            int height = box[at + 3] - box[at + 1] + 1;
            boolean isLetter = height >= LEAST_HEIGHT && height <= MOST_HEIGHT && width <= MOST_WIDTH && width >= 2;
            if (parent[label] == label && isLetter) {
                blobs.add(new Blob((box[at] + box[at + 2]) / 2.0, (box[at + 1] + box[at + 3]) / 2.0, width, height));
            }
        }
        return blobs.size() > MOST ? List.of() : blobs;
    }

    /** The mean of a square around each pixel of a row, while rows go by. */
    private static final class Means {
        private final Grey picture;
        private final int reach;
        private final int[] columns;
        private final long[] sums;
        private int from;
        private int end;

        Means(Grey picture, int reach) {
            this.picture = picture;
            this.reach = reach;
            this.columns = new int[picture.width()];
            this.sums = new long[picture.width() + 1];
        }

        void moveTo(int y) {
            for (; end < Math.min(y + reach + 1, picture.height()); end++) {
                add(end, 1);
            }
            for (; from < y - reach; from++) {
                add(from, -1);
            }
            for (int x = 0; x < columns.length; x++) {
                sums[x + 1] = sums[x] + columns[x];
            }
        }

        private void add(int y, int sign) {
            for (int x = 0; x < columns.length; x++) {
                columns[x] += sign * picture.at(x, y);
            }
        }

        int at(int x) {
            int left = Math.max(0, x - reach);
            int right = Math.min(columns.length, x + reach + 1);
            return (int) ((sums[right] - sums[left]) / ((long) (right - left) * (end - from)));
        }
    }
}
