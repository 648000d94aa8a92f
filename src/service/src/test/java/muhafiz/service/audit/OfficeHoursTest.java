package muhafiz.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import muhafiz.domain.calendar.WorkingCalendar;
import muhafiz.domain.policy.PolicyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {
    private static final WorkingCalendar NOTHING_LOADED =
            new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Map.of());

    @ParameterizedTest
    @CsvSource({"07:00,true", "08:00,false", "19:00,false", "20:00,true", "23:00,true"})
    void theOfficeWorksFromTheFirstMinuteUpToTheLastNoMore(String time, boolean isOver) {
        ZonedDateTime begins = ZonedDateTime.parse("2026-11-20T" + time + ":00+04:00[Asia/Baku]");

        assertThat(OfficeHours.read("08:00-20:00").areOver(begins, NOTHING_LOADED))
                .isEqualTo(isOver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08:00", "20:00-08:00", "08:00-08:00", "8-20", "08:00-20:00-22:00"})
    void whatAreNoHoursIsRefused(String text) {
        assertThatThrownBy(() -> OfficeHours.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayOffHasNoHours() throws IOException {
        ZonedDateTime sunday = ZonedDateTime.parse("2026-11-22T12:00:00+04:00[Asia/Baku]");
        WorkingCalendar shipped = shipped();

        assertThat(OfficeHours.read("08:00-20:00").areOver(sunday, shipped)).isTrue();
        assertThat(OfficeHours.read("08:00-20:00").areOver(sunday.plusDays(1), shipped))
                .isFalse();
    }

    /** 2026 as the policy has it. */
    private static WorkingCalendar shipped() throws IOException {
        return PolicyFile.read(Files.readString(Path.of("../../config/policy.yaml")))
                .calendar();
    }
}
