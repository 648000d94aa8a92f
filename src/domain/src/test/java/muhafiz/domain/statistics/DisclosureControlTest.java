package muhafiz.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import muhafiz.domain.statistics.DisclosureControl.Finding;
import muhafiz.domain.statistics.Figure.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureControlTest {
    private static final List<String> ROWS = List.of("L1", "I1", "I2", "I3", "I4", "I5");
    private static final List<String> PARTS = List.of("I2", "I3", "I4", "I5");
    private static final Identity SUM = Identity.of("I1 = I2 + I3 + I4 + I5");
    private static final int SMALLEST = 10; // policy, statistics.disclosure_control.min_cell
    private static final DisclosureControl CONTROL = new DisclosureControl(SMALLEST, 5, sources(), List.of(SUM));

    private static Map<String, List<String>> sources() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        ROWS.forEach(row -> sources.put(row, List.of("of " + row)));
        return sources;
    }

    /** @param counts L1, I2, I3, I4, I5; I1 is their sum */
    private static List<Tally> unit(String period, String unit, long... counts) {
        List<Tally> tallies = new ArrayList<>();
        tallies.add(tally(period, "L1", unit, counts[0]));
        tallies.add(tally(period, "I1", unit, counts[1] + counts[2] + counts[3] + counts[4]));
        for (int i = 0; i < PARTS.size(); i++) {
            tallies.add(tally(period, PARTS.get(i), unit, counts[i + 1]));
        }
        return tallies;
    }

    private static Tally tally(String period, String row, String unit, long count) {
        return new Tally(period, row, "of " + row, unit, count);
    }

    private static Extent table(Split by, String... units) {
        return new Extent(Set.of("2026-01"), Set.of(units), by);
    }

    private static List<Figure> shown(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.MayBeShown.class);
        return ((Finding.MayBeShown) finding).figures();
    }

    private static Figure figure(List<Figure> figures, String row, String part) {
        return figures.stream()
                .filter(one -> one.row().equals(row) && one.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static Released released(Extent table, List<Figure> figures) {
        Set<String> hidden = new HashSet<>();
        figures.stream()
                .filter(one -> one.mark() == Mark.HIDDEN)
                .forEach(one -> hidden.add(Released.name(one.row(), one.part())));
        return new Released(table, hidden);
    }

    @Test
    void aPeriodInWhichNobodyCountedHasEveryRowAndShowsNoneOfItsFigures() {
        List<Figure> figures = shown(CONTROL.examine(table(Split.NONE), List.of(), List.of()));

        assertThat(figures).extracting(Figure::row).containsExactlyElementsOf(ROWS);
        assertThat(figures).allMatch(figure -> figure.mark() == Mark.HIDDEN);
    }

    /** The illegal rows of seed 004, block by block (004:22-28 and on). */
    @ParameterizedTest
    @CsvSource({
        "96732, 2792, 198, 1928, 653, 13",
        "70188, 2480, 182, 1892, 390, 16",
        "49118, 1845, 157, 1329, 334, 25",
        "39935, 1706, 137, 1214, 334, 21",
        "50082, 1728, 131, 1293, 287, 17"
    })
    void thePublishedTableStandsWholeAndExact(long l1, long i1, long i2, long i3, long i4, long i5) {
        List<Figure> figures =
                shown(CONTROL.examine(table(Split.NONE), unit("2026-01", "HQ", l1, i2, i3, i4, i5), List.of()));

        assertThat(figures).extracting(Figure::mark).containsOnly(Mark.EXACT);
        assertThat(figures).extracting(one -> one.shown().orElseThrow()).containsExactly(l1, i1, i2, i3, i4, i5);
    }

    @Test
    void aSmallNationalFigureIsHiddenWithOneMoreOfItsSum() {
        List<Figure> figures =
                shown(CONTROL.examine(table(Split.NONE), unit("2026-01", "HQ", 500, 198, 1928, 653, 9), List.of()));

        assertThat(figure(figures, "I5", "").mark()).isEqualTo(Mark.HIDDEN);
        assertThat(figures).filteredOn(one -> one.mark() == Mark.HIDDEN).hasSize(2);
        assertThat(figure(figures, "L1", "").shown()).contains(500L);
    }

    @Test
    void theSameTableHidesTheSameOnceMoreWhenItIsCorrected() {
        List<Tally> tallies = unit("2026-01", "HQ", 30, 14, 17, 10, 3);
        List<Figure> figures = shown(CONTROL.examine(table(Split.NONE), tallies, List.of()));

        Finding again = CONTROL.examine(table(Split.NONE), tallies, List.of(released(table(Split.NONE), figures)));

        assertThat(figures)
                .filteredOn(one -> one.mark() == Mark.HIDDEN)
                .extracting(Figure::row)
                .containsExactly("I4", "I5");
        assertThat(shown(again)).isEqualTo(figures);
    }

    @Test
    void aSmallCellOfASplitIsHiddenWithOneMoreOfTheSumAndTheRestIsRounded() {
        List<Tally> tallies = new ArrayList<>(unit("2026-01", "RD-1", 101, 20, 30, 40, 50));
        tallies.addAll(unit("2026-01", "RD-2", 9, 21, 31, 41, 51));
        tallies.addAll(unit("2026-01", "RD-3", 44, 22, 32, 42, 52));

        List<Figure> figures = shown(CONTROL.examine(table(Split.UNIT), tallies, List.of()));

        assertThat(figure(figures, "L1", "RD-2").mark()).isEqualTo(Mark.HIDDEN);
        assertThat(figure(figures, "L1", "RD-3").mark()).isEqualTo(Mark.HIDDEN);
        assertThat(figure(figures, "L1", "RD-1").shown()).contains(100L);
        assertThat(figure(figures, "L1", "").shown()).contains(155L);
        assertThat(figures).filteredOn(one -> one.mark() == Mark.HIDDEN).hasSize(2);
        assertThat(figure(figures, "I1", "RD-1").shown()).contains(140L);
    }

    @Test
    void aSecondTableThatDiffersByOneSmallOfficeIsRefused() {
        List<Tally> tallies = new ArrayList<>(unit("2026-01", "RD-1", 101, 20, 30, 40, 50));
        tallies.addAll(unit("2026-01", "RD-2", 9, 21, 31, 41, 51));
        Released first = released(table(Split.NONE), shown(CONTROL.examine(table(Split.NONE), tallies, List.of())));

        assertThat(CONTROL.examine(table(Split.NONE, "RD-1"), tallies, List.of(first)))
                .isInstanceOf(Finding.WouldDisclose.class);
        assertThat(CONTROL.examine(table(Split.NONE, "RD-1"), tallies, List.of()))
                .as("without the first one there is nothing to compare it with")
                .isInstanceOf(Finding.MayBeShown.class);
    }

    @Test
    void aSecondTableThatDiffersByOneLargeOfficeMayBeShown() {
        List<Tally> tallies = new ArrayList<>(unit("2026-01", "RD-1", 101, 20, 30, 40, 50));
        tallies.addAll(unit("2026-01", "RD-2", 90, 21, 31, 41, 51));
        Released first = released(table(Split.NONE), shown(CONTROL.examine(table(Split.NONE), tallies, List.of())));

        assertThat(CONTROL.examine(table(Split.NONE, "RD-1"), tallies, List.of(first)))
                .isInstanceOf(Finding.MayBeShown.class);
    }

    @Test
    void aPeriodThatIsLeftOverBetweenTablesIsNotIsolatedEither() {
        List<Tally> tallies = new ArrayList<>(unit("2026-01", "HQ", 500, 50, 50, 50, 50));
        tallies.addAll(unit("2026-02", "HQ", 500, 50, 50, 50, 50));
        tallies.addAll(unit("2026-03", "HQ", 7, 50, 50, 50, 50));
        Extent first = new Extent(Set.of("2026-01", "2026-02"), Set.of(), Split.NONE);
        Extent quarter = new Extent(Set.of("2026-01", "2026-02", "2026-03"), Set.of(), Split.NONE);
        Released known = released(first, shown(CONTROL.examine(first, tallies, List.of())));

        assertThat(CONTROL.examine(quarter, tallies, List.of(known))).isInstanceOf(Finding.WouldDisclose.class);
    }

    /** Each hidden cell is asked of an elimination that shares no code with the control, and of a search through small other worlds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noHiddenCellOfARandomSplitCanBeWorkedOut(long seed) {
        Random random = new Random(seed);
        List<String> units = List.of("RD-1", "RD-2", "RD-3", "RD-4");
        List<Tally> tallies = new ArrayList<>();
        for (String unit : units) {
            tallies.addAll(
                    unit("2026-01", unit, random.nextInt(40), few(random), few(random), few(random), few(random)));
        }

        List<Figure> figures = shown(CONTROL.examine(table(Split.UNIT), tallies, List.of()));

        Worlds worlds = new Worlds(ROWS, units);
        LinearSpan span = worlds.known(figures, SUM);
        List<Figure> hidden = figures.stream()
                .filter(one -> one.mark() == Mark.HIDDEN)
                .filter(one -> !one.part().isEmpty())
                .toList();
        assertThat(hidden).isNotEmpty().noneMatch(one -> span.tells(worlds.form(one.row(), one.part())));
        assertThat(figures)
                .as("nothing small is shown")
                .noneMatch(one -> one.shown().isPresent() && count(tallies, one) < SMALLEST);
    }

    private static long few(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(SMALLEST) : SMALLEST + random.nextInt(100);
    }

    private static long count(List<Tally> tallies, Figure figure) {
        return tallies.stream()
                .filter(one -> one.row().equals(figure.row()))
                .filter(one -> figure.part().isEmpty() || one.unit().equals(figure.part()))
                .mapToLong(Tally::count)
                .sum();
    }

    /** Every world of a table of one row of three units, counted through: the bounds of what is hidden lie at least the smallest apart. */
    @ParameterizedTest
    @CsvSource({"9, 12, 30", "0, 11, 12", "3, 4, 25", "9, 9, 10", "1, 40, 10"})
    void theBoundsOfWhatIsHiddenLieApart(int one, int two, int three) {
        DisclosureControl control = new DisclosureControl(SMALLEST, 5, Map.of("L1", List.of("REG")), List.of());
        List<Tally> tallies = List.of(
                new Tally("2026-01", "L1", "REG", "RD-1", one),
                new Tally("2026-01", "L1", "REG", "RD-2", two),
                new Tally("2026-01", "L1", "REG", "RD-3", three));
        int[] truth = {one, two, three};

        List<Figure> figures = shown(control.examine(table(Split.UNIT), tallies, List.of()));

        boolean totalKnown = figure(figures, "L1", "").mark() != Mark.HIDDEN;
        int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] most = new int[3];
        int total = one + two + three;
        for (int a = 0; a <= total; a++) {
            for (int b = 0; a + b <= total; b++) {
                int[] world = {a, b, total - a - b};
                if (agrees(world, truth, figures)) {
                    for (int i = 0; i < world.length; i++) {
                        least[i] = Math.min(least[i], world[i]);
                        most[i] = Math.max(most[i], world[i]);
                    }
                }
            }
        }
        assertThat(totalKnown).isTrue();
        for (int i = 0; i < truth.length; i++) {
            if (figure(figures, "L1", "RD-" + (i + 1)).mark() == Mark.HIDDEN) {
                assertThat(most[i] - least[i]).isGreaterThanOrEqualTo(SMALLEST);
            } else {
                assertThat(truth[i]).isGreaterThanOrEqualTo(SMALLEST);
            }
        }
    }

    private static boolean agrees(int[] world, int[] truth, List<Figure> figures) {
        for (int i = 0; i < world.length; i++) {
            boolean open = figure(figures, "L1", "RD-" + (i + 1)).mark() != Mark.HIDDEN;
            if (open && world[i] != truth[i]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theSumRuleNamesTheFiguresDifference() {
        assertThat(SUM.broken(Map.of("I1", 10551L, "I2", 805L, "I3", 7656L, "I4", 1998L, "I5", 92L)))
                .isEmpty();
        assertThat(SUM.broken(Map.of("I1", 14L, "I2", 5L, "I3", 6L, "I4", 1L, "I5", 1L)))
                .contains("I1 and I2 + I3 + I4 + I5 differ by 1");
    }

    @Test
    void aTableOfAllUnitsIsLookedAtInSeconds() {
        Random random = new Random(7);
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            tallies.addAll(unit("2026-01", "U-" + i, few(random), few(random), few(random), few(random), few(random)));
        }
        long before = System.nanoTime();

        Finding finding = CONTROL.examine(table(Split.UNIT), tallies, List.of());

        assertThat(finding).isInstanceOf(Finding.MayBeShown.class);
        assertThat((System.nanoTime() - before) / 1e9).isLessThan(30);
    }
}
