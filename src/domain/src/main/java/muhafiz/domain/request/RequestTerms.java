package muhafiz.domain.request;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.calendar.TimeLimit;
import muhafiz.domain.calendar.WorkingCalendar;
import muhafiz.domain.policy.Clock;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RequestKind;

/**
 * By when a request must be refused, and by when answered: the last days in time. Of several clocks the earliest counts (policy, {@code
 * clock_rule}). The clock runs from receipt in any channel; only a doubt about who asks, put to them, makes it stand.
 *
 * @param refuseBy empty where the law sets no earlier day for a refusal, and where it cannot be told yet
 * @param answerBy empty where it cannot be told yet
 * @param warnings why a day is missing: {@code calendar-missing}, {@code clock-stands}
 */
public record RequestTerms(Optional<LocalDate> refuseBy, Optional<LocalDate> answerBy, List<String> warnings) {
    static final String CALENDAR_MISSING = "calendar-missing";
    static final String CLOCK_STANDS = "clock-stands";

    private static final int HOURS_OF_A_DAY = 24;

    public RequestTerms {
        warnings = List.copyOf(warnings);
    }

    /**
     * What moves the days.
     *
     * @param received the day of receipt, which is not counted
     * @param isExtended whether the longer term of the law's case was taken
     * @param pauses when the person was asked for proof, and when it came
     */
    public record Course(LocalDate received, Optional<Urgency> urgency, boolean isExtended, List<Pause> pauses) {
        public Course {
            pauses = List.copyOf(pauses);
        }
    }

    /** @param until the day on which the doubt ended; empty while it lasts */
    public record Pause(LocalDate from, Optional<LocalDate> until) {}

    public static RequestTerms of(Policy policy, RequestKind kind, Course course) {
        if (course.pauses().stream().anyMatch(pause -> pause.until().isEmpty())) {
            return new RequestTerms(Optional.empty(), Optional.empty(), List.of(CLOCK_STANDS));
        }
        Counting counting = new Counting(policy.calendar(), course);
        Clock clock = policy.clock(kind.clock()).orElseThrow();
        List<Deadline> answers = new ArrayList<>(List.of(counting.answer(clock)));
        course.urgency()
                .flatMap(urgency -> policy.clocks().stream()
                        .filter(Clock::isActive)
                        .flatMap(one -> hours(one, urgency).stream())
                        .findFirst())
                .ifPresent(hours ->
                        answers.add(counting.hours(hours, course.urgency().orElseThrow())));
        Optional<Deadline> refuse = clock.refuse().map(counting::due);
        boolean isMissing = answers.stream().anyMatch(Deadline::isCalendarMissing)
                || refuse.filter(Deadline::isCalendarMissing).isPresent();
        Optional<LocalDate> answerBy =
                answers.stream().flatMap(one -> one.date().stream()).min(LocalDate::compareTo);
        Optional<LocalDate> refuseBy = refuse.flatMap(Deadline::date)
                .map(day -> answerBy.filter(day::isAfter).orElse(day));
        return isMissing
                ? new RequestTerms(Optional.empty(), Optional.empty(), List.of(CALENDAR_MISSING))
                : new RequestTerms(refuseBy, answerBy, List.of());
    }

    private static Optional<Duration> hours(Clock clock, Urgency urgency) {
        return switch (urgency) {
            case URGENT -> clock.urgent();
            case LIFE_OR_LIBERTY -> clock.lifeOrLiberty();
        };
    }

    /** The day that matters next: that of refusing until it has passed, then that of answering. */
    public Optional<LocalDate> next(LocalDate today) {
        return refuseBy.filter(day -> !day.isBefore(today)).or(() -> answerBy);
    }

    /** Whether the day of answering has passed; a passed day of refusing is not late. */
    public boolean isLate(LocalDate today) {
        return answerBy.filter(today::isAfter).isPresent();
    }

    /** Whether it can no longer be refused in time. */
    public boolean isRefusalOver(LocalDate today) {
        return refuseBy.filter(today::isAfter).isPresent();
    }

    private record Counting(WorkingCalendar calendar, Course course) {

        Deadline answer(Clock clock) {
            Deadline usual = due(clock.answer());
            return course.isExtended()
                    ? clock.extend().map(more -> after(usual, more.limit())).orElse(usual)
                    : usual;
        }

        private Deadline after(Deadline usual, TimeLimit more) {
            return usual.date().map(day -> calendar.due(day, more)).orElse(usual);
        }

        /** Hours that skip days off end with as many working days; others with as many days. */
        Deadline hours(Duration hours, Urgency urgency) {
            int days = Math.toIntExact(Math.max(1, hours.toHours() / HOURS_OF_A_DAY));
            return due(urgency == Urgency.LIFE_OR_LIBERTY ? new TimeLimit.WorkingDays(days) : new TimeLimit.Days(days));
        }

        /** What was left of the term when the clock stopped is counted from the day on which it went on. */
        Deadline due(TimeLimit limit) {
            LocalDate from = course.received();
            TimeLimit left = limit;
            for (Pause pause : course.pauses()) {
                Optional<TimeLimit> rest = minus(left, from, pause.from());
                if (rest.isEmpty()) {
                    return calendar.due(from, left);
                }
                left = rest.get();
                from = pause.until().orElseThrow();
            }
            return calendar.due(from, left);
        }

        /** Empty where the term was over by then. */
        private Optional<TimeLimit> minus(TimeLimit limit, LocalDate from, LocalDate until) {
            int used = limit instanceof TimeLimit.WorkingDays
                    ? (int) from.plusDays(1)
                            .datesUntil(until.isAfter(from) ? until.plusDays(1) : from.plusDays(1))
                            .filter(day -> calendar.isWorkingDay(day).orElse(false))
                            .count()
                    : Math.toIntExact(Math.max(0, until.toEpochDay() - from.toEpochDay()));
            int left = limit.count() - used;
            if (limit instanceof TimeLimit.Months) {
                return Optional.of(limit);
            }
            return left < 1
                    ? Optional.empty()
                    : Optional.of(
                            limit instanceof TimeLimit.WorkingDays
                                    ? new TimeLimit.WorkingDays(left)
                                    : new TimeLimit.Days(left));
        }
    }
}
