package muhafiz.sandbox.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muhafiz.sandbox.mrz.Blobs.Blob;

/**
 * A row of letters at a fixed pitch, as it lies in the picture: cells by number.
 *
 * @param along where cells lie along the turned page, as coefficients of a {@link Parabola} of their number
 * @param down the same across it
 * @param first the number of the first cell in which ink was seen
 * @param last that of the last
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Row(Turn turn, double[] along, double[] down, int first, int last) {
    /** Fewer letters in a row are no line of a zone. */
    static final int LEAST = 18;

    /** How far a letter's middle may lie from its cell's, in cells. */
    private static final double LOOSE = 0.25;
    /** Of all spots in the row, how many must lie in its cells: other print has no fixed pitch. */
    private static final double MOST_AT_PITCH = 0.8;

    private static final int ROUNDS = 3;

    /** The row of these spots, all of about one line; empty where they stand at no fixed pitch. */
    static Optional<Row> of(Turn turn, List<Blob> spots, double height) {
        List<Blob> ordered = spots.stream()
                .sorted(Comparator.comparingDouble(spot -> turn.along(spot.x(), spot.y())))
                .toList();
        double pitch = pitch(turn, ordered, height);
        return pitch > 0 ? fitted(turn, ordered, pitch) : Optional.empty();
    }

    /** The median of the distances that may be one; 0 where there are too few. OCR-B stands 1.06 of its height apart. */
    private static double pitch(Turn turn, List<Blob> ordered, double height) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            double step = along(turn, ordered.get(i)) - along(turn, ordered.get(i - 1));
            if (step > 0.6 * height && step < 1.8 * height) {
                steps.add(step);
            }
        }
        if (steps.size() < LEAST / 2) {
            return 0;
        }
        steps.sort(Comparator.naturalOrder());
        return steps.get(steps.size() / 2);
    }

    private static double along(Turn turn, Blob spot) {
        return turn.along(spot.x(), spot.y());
    }

    private static Optional<Row> fitted(Turn turn, List<Blob> ordered, double pitch) {
        int[] numbers = numbered(turn, ordered, pitch);
        Optional<double[][]> curves = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            renumber(turn, ordered, curves, numbers);
            curves = curves(turn, ordered, curves, numbers);
            if (curves.isEmpty()) {
                return Optional.empty();
            }
        }
        return curves.filter(both -> both[0][1] > pitch * 0.8 && both[0][1] < pitch * 1.25)
                .map(both -> new Row(
                        turn,
                        both[0],
                        both[1],
                        IntStream.of(numbers).min().orElseThrow(),
                        IntStream.of(numbers).max().orElseThrow()));
    }

    /** Along and down, through those spots that lay in their cells before; empty where too few did. */
    private static Optional<double[][]> curves(
            Turn turn, List<Blob> ordered, Optional<double[][]> before, int[] numbers) {
        Parabola along = new Parabola();
        Parabola down = new Parabola();
        int inside = 0;
        for (int i = 0; i < numbers.length; i++) {
            Blob spot = ordered.get(i);
            double spotAlong = along(turn, spot);
            double spotDown = turn.down(spot.x(), spot.y());
            if (isInside(before, numbers[i], spotAlong, spotDown)) {
                along.add(numbers[i], spotAlong);
                down.add(numbers[i], spotDown);
                inside++;
            }
        }
        return inside >= LEAST && inside >= MOST_AT_PITCH * numbers.length
                ? Optional.of(new double[][] {along.fitted(), down.fitted()})
                : Optional.empty();
    }

    private static boolean isInside(Optional<double[][]> curves, int number, double along, double down) {
        return curves.map(both -> Math.abs(along - Parabola.at(both[0], number)) < LOOSE * both[0][1]
                        && Math.abs(down - Parabola.at(both[1], number)) < LOOSE * both[0][1])
                .orElse(true);
    }

    /** Step by step, so that a pitch that is a little wrong does not add up. */
    private static int[] numbered(Turn turn, List<Blob> ordered, double pitch) {
        int[] numbers = new int[ordered.size()];
        double reached = along(turn, ordered.get(0));
        for (int i = 1; i < numbers.length; i++) {
            double here = along(turn, ordered.get(i));
            int steps = (int) Math.round((here - reached) / pitch);
            numbers[i] = numbers[i - 1] + steps;
            // half of what is over: letters do not stand in the middle of their cells
            reached = steps == 0 ? reached : reached + steps * pitch + (here - reached - steps * pitch) / 2;
        }
        return numbers;
    }

    private static void renumber(Turn turn, List<Blob> ordered, Optional<double[][]> curves, int[] numbers) {
        curves.ifPresent(both -> {
            for (int i = 0; i < numbers.length; i++) {
                double off = along(turn, ordered.get(i)) - Parabola.at(both[0], numbers[i]);
                numbers[i] += (int) Math.round(off / both[0][1]);
            }
        });
    }

    int cells() {
        return last - first + 1;
    }

    /** Pixels from a cell to the next, in the middle of the row. */
    double pitch() {
        return Parabola.slope(along, middle());
    }

    private double middle() {
        return (first + last) / 2.0;
    }

    double middleDown() {
        return Parabola.at(down, middle());
    }

    double alongOf(double cell) {
        return Parabola.at(along, cell);
    }

    /** Where a cell lies in the picture. */
    Frame frame(int cell) {
        double here = Parabola.at(along, cell);
        double below = Parabola.at(down, cell);
        double right = Parabola.slope(along, cell);
        double fall = Parabola.slope(down, cell);
        return new Frame(
                turn.x(here, below),
                turn.y(here, below),
                turn.x(right, fall),
                turn.y(right, fall),
                turn.x(0, right),
                turn.y(0, right));
    }

    /**
     * A cell of the picture.
     *
     * @param x of its middle, as {@code y}
     * @param rightX what a cell to the right adds, as {@code rightY}
     * @param downX what a cell's width further down adds, as {@code downY}
     */
    record Frame(double x, double y, double rightX, double rightY, double downX, double downY) {
        /** The ink at a place of the cell, in cells from its middle. */
        float ink(Grey picture, double right, double low) {
            return picture.between(x + right * rightX + low * downX, y + right * rightY + low * downY);
        }
    }
}
