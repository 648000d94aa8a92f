package muhafiz.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import muhafiz.domain.access.ReadingDay.Ground;
import muhafiz.domain.access.ReadingDay.Limits;
import org.junit.jupiter.api.Test;

/** Requirements, AU-6: reads outside their unit, hours or usual volume stand out. */
class ReadingDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Limits LIMITS = new Limits(3, 50);

    @Test
    void aDayLikeTheOthersDoesNotStandOut() {
        assertThat(day(40, 0, 0).standsOut(days(40, 38, 44), LIMITS)).isEmpty();
    }

    @Test
    void aReadOfAnotherUnitStandsOut() {
        assertThat(day(1, 0, 1).standsOut(days(1), LIMITS)).containsExactly(Ground.UNIT);
    }

    @Test
    void aReadOffHoursStandsOut() {
        assertThat(day(5, 1, 0).standsOut(days(5), LIMITS)).containsExactly(Ground.HOURS);
    }

    @Test
    void moreThanThreeTimesTheOwnUsualStandsOut() {
        assertThat(day(61, 0, 0).standsOut(days(10, 30), LIMITS)).containsExactly(Ground.VOLUME);
        assertThat(day(60, 0, 0).standsOut(days(10, 30), LIMITS)).isEmpty();
        assertThat(day(61, 0, 0).standsOut(days(61, 59), LIMITS)).isEmpty();
    }

    @Test
    void aFewAreNeverTooMany() {
        assertThat(day(49, 0, 0).standsOut(days(1), LIMITS)).isEmpty();
        assertThat(day(50, 0, 0).standsOut(days(1), LIMITS)).containsExactly(Ground.VOLUME);
    }

    @Test
    void whoNeverReadBeforeHasNoUsualYet() {
        assertThat(ReadingDay.usual(List.of())).isZero();
        assertThat(day(50, 0, 0).standsOut(List.of(), LIMITS)).containsExactly(Ground.VOLUME);
    }

    @Test
    void daysWithoutReadingAreNotPartOfTheUsual() {
        assertThat(ReadingDay.usual(days(0, 30, 0, 30))).isEqualTo(30);
    }

    @Test
    void moreOffHoursThanAtAllIsRefused() {
        assertThatThrownBy(() -> day(1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReadingDay day(int reads, int offHours, int otherUnits) {
        return new ReadingDay(DAY, reads, offHours, otherUnits);
    }

    private static List<ReadingDay> days(int... reads) {
        return IntStream.range(0, reads.length)
                .mapToObj(i -> new ReadingDay(DAY.minusDays(i + 1L), reads[i], 0, 0))
                .toList();
    }
}
