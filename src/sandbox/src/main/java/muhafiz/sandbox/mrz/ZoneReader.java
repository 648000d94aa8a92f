package muhafiz.sandbox.mrz;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muhafiz.inspect.mrz.Mrz;
import muhafiz.inspect.mrz.MrzFormat;

/** Reads the zone of a picture of a page, whichever way it lies. */
final class ZoneReader {
    /** Pixels between lines, of their pitch: 6.35 mm at 2.54 mm (ICAO Doc 9303-3 §4.1), and what cameras make of it. */
    private static final double LEAST_APART = 1.3;

    private static final double MOST_APART = 4.2;

    /** By how much pitches of a zone's lines may differ. */
    private static final double MOST_DIFFERENCE = 0.08;

    /** Beneath this mean likeness nothing was read. */
    private static final double LEAST_LIKENESS = 0.45;

    /** Cells in which ink was seen: a card's line has 30, of which fillers may be too faint to see. */
    private static final int SHORTEST = 20;

    /** Pixels of a page's width from which its letters are larger than the grain of a camera. */
    private static final int FINE = 1_000;

    /** Cells of a row in which something else may lie beside the line, such as the page's edge. */
    private static final int STRAY = 5;

    private ZoneReader() {}

    /**
     * What was read.
     *
     * @param confidence the likeness of its least likely letter to the font's, 0 to 100
     */
    record Found(Mrz zone, int confidence, double likeness) {
        /** Text is what its author wrote: nothing was guessed. */
        static Found ofText(Mrz zone) {
            return new Found(zone, 100, 1);
        }

        private boolean isSound() {
            return zone.failing().isEmpty();
        }
    }

    /** The zone; the best reading, where no check digit holds. */
    static Optional<Found> read(BufferedImage page) {
        Grey picture = Grey.of(page);
        List<Blobs.Blob> spots = Blobs.of(picture.width() < FINE ? picture : picture.softened());
        List<Found> found = new ArrayList<>();
        for (int quarter : new int[] {0, 2, 1, 3}) {
            found.addAll(zones(picture, Rows.of(spots, quarter)));
            if (found.stream().anyMatch(Found::isSound)) {
                break;
            }
        }
        return found.stream()
                .min(Comparator.comparingInt((Found one) -> one.zone().failing().size())
                        .thenComparing(
                                Comparator.comparingDouble(Found::likeness).reversed()));
    }

    private static List<Found> zones(Grey picture, List<Row> rows) {
        List<Line> lines = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        List<Row> longEnough =
                rows.stream().filter(row -> row.cells() >= SHORTEST).toList();
        for (Row row : longEnough) {
            if (longEnough.stream().anyMatch(other -> !other.equals(row) && isNeighbour(row, other))) {
                Line.of(picture, row).ifPresent(lines::add);
            }
        }
        for (int first = 0; first < lines.size(); first++) {
            for (MrzFormat format : MrzFormat.values()) {
                if (first + format.lines() <= lines.size()) {
                    zone(format, lines.subList(first, first + format.lines())).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isNeighbour(Row one, Row other) {
        double apart = Math.abs(one.middleDown() - other.middleDown()) / one.pitch();
        return apart > LEAST_APART && apart < MOST_APART && Math.abs(one.pitch() / other.pitch() - 1) < MOST_DIFFERENCE;
    }

    private static Optional<Found> zone(MrzFormat format, List<Line> lines) {
        List<String> texts = new ArrayList<>();
        double sum = 0;
        float least = 1;
        double begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isOneOfZone = i == 0 || isNeighbour(lines.get(i - 1).row(), line.row());
            if (!isOneOfZone || line.row().cells() > format.length() + STRAY) {
                return Optional.empty();
            }
            Optional<Cells.Text> text = Cells.read(format, i, line.likeness());
            if (text.isEmpty() || text.get().likeness() < LEAST_LIKENESS) {
                return Optional.empty();
            }
            double here = line.alongOf(text.get().first());
            if (i > 0 && Math.abs(here - begin) > 2 * line.row().pitch()) {
                return Optional.empty();
            }
            begin = here;
            texts.add(text.get().text());
            sum += text.get().likeness();
            least = Math.min(least, text.get().least());
        }
        int confidence = Math.round(Math.max(0, least) * 100);
        double likeness = sum / lines.size();
        return Mrz.of(texts).filter(zone -> zone.format() == format).map(zone -> new Found(zone, confidence, likeness));
    }
}
