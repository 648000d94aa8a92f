package muhafiz.sandbox.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row whose cells were compared with the font's letters.
 *
 * @param likeness of each cell, by the letter's place in {@link OcrB#LETTERS}, 0 to 1
 */
record Line(Row row, List<float[]> likeness) {
    /** Cells that are looked at before the first in which ink was seen, and after the last: fillers are easily overlooked. */
    private static final int BESIDE = 3;

    /** A letter's height may be so much more or less of its pitch than in the font. */
    private static final double[] STRETCHES = {0.84, 0.92, 1, 1.08, 1.16};
    /** Pixels of the font by which a row may lie higher or lower than its spots' middles. */
    private static final int LOWER = 3;
    /** Cells by which height and stretch are found. */
    private static final int SAMPLE = 14;
    /** Beneath this likeness of the sample it is another font. */
    private static final double LEAST = 0.6;

    /** Empty where it is not written in OCR-B. */
    static Optional<Line> of(Grey picture, Row row) {
        Reading reading = new Reading(picture, row);
        double[] byLower = reading.sampled(1, -LOWER, LOWER);
        int best = greatest(byLower);
        if (byLower[best] < LEAST) {
            return Optional.empty();
        }
        int lower = best - LOWER;
        double stretch = reading.stretch(lower);
        List<float[]> likeness = new ArrayList<>();
        for (int cell = row.first() - BESIDE; cell <= row.last() + BESIDE; cell++) {
            likeness.add(reading.cell(cell, stretch, lower));
        }
        return Optional.of(new Line(row, likeness));
    }

    /** Where a cell of {@link #likeness} lies along the page. */
    double alongOf(int cell) {
        return row.alongOf(row.first() - BESIDE + cell);
    }

    /** Where the first of the greatest stands. */
    private static int greatest(double[] values) {
        int greatest = 0;
        for (int at = 1; at < values.length; at++) {
            if (values[at] > values[greatest]) {
                greatest = at;
            }
        }
        return greatest;
    }

    private static final class Reading {
        /** By how much more of its surroundings than its own a cell is drawn. */
        private static final int BORDER = LOWER + 1;

        private static final int WIDTH = OcrB.WIDTH + 2 * BORDER;
        private static final int HEIGHT = OcrB.HEIGHT + 2 * BORDER;

        private final Grey picture;
        private final Row row;
        private final OcrB font = OcrB.font();
        private final float[] around = new float[WIDTH * HEIGHT];
        private final float[] patch = new float[OcrB.WIDTH * OcrB.HEIGHT];
        private final float[] alike = new float[OcrB.LETTERS.length()];
        private final int fineness;

        Reading(Grey picture, Row row) {
            this.picture = picture;
            this.row = row;
            this.fineness = Math.min(3, Math.max(1, (int) Math.round(row.pitch() / OcrB.WIDTH)));
        }

        double stretch(int lower) {
            return STRETCHES[
                    greatest(Arrays.stream(STRETCHES)
                            .map(one -> sampled(one, lower, lower)[0])
                            .toArray())];
        }

        /** How alike the letters of some cells are to the font's, in the mean, for each that the row may lie lower. */
        double[] sampled(double stretch, int highest, int lowest) {
            double[] sums = new double[lowest - highest + 1];
            int every = Math.max(1, row.cells() / SAMPLE);
            int count = 0;
            for (int cell = row.first(); cell <= row.last(); cell += every) {
                draw(cell, stretch);
                for (int down = highest; down <= lowest; down++) {
                    Arrays.fill(alike, 0);
                    compare(0, down);
                    sums[down - highest] += best();
                }
                count++;
            }
            int cells = count;
            return Arrays.stream(sums).map(sum -> sum / cells).toArray();
        }

        float[] cell(int cell, double stretch, int lower) {
            draw(cell, stretch);
            Arrays.fill(alike, 0);
            for (int down = lower - 1; down <= lower + 1; down++) {
                for (int right = -1; right <= 1; right++) {
                    compare(right, down);
                }
            }
            return alike.clone();
        }

        private float best() {
            float best = 0;
            for (float one : alike) {
                best = Math.max(best, one);
            }
            return best;
        }

        private void draw(int cell, double stretch) {
            Row.Frame frame = row.frame(cell);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    around[y * WIDTH + x] = ink(frame, x - BORDER, y - BORDER, stretch);
                }
            }
        }

        private float ink(Row.Frame frame, int x, int y, double stretch) {
            float sum = 0;
            for (int below = 0; below < fineness; below++) {
                double low = (y + (below + 0.5) / fineness - OcrB.HEIGHT / 2.0) / OcrB.WIDTH * stretch;
                for (int beside = 0; beside < fineness; beside++) {
                    double right = (x + (beside + 0.5) / fineness) / OcrB.WIDTH - 0.5;
                    sum += frame.ink(picture, right, low);
                }
            }
            return sum;
        }

        /** With the cell as it is if it lies so many of the font's pixels further right and lower than it seems. */
        private void compare(int right, int down) {
            for (int y = 0; y < OcrB.HEIGHT; y++) {
                System.arraycopy(
                        around, (y + BORDER + down) * WIDTH + BORDER + right, patch, y * OcrB.WIDTH, OcrB.WIDTH);
            }
            if (Patches.normalize(patch)) {
                font.compare(patch, alike);
            }
        }
    }
}
