package muhafiz.service.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a clock is in doubt. Pure.
 *
 * @param now what the clock says
 * @param believed what it said when it was last believed; empty before the first time
 * @param setAside witnesses up to here were set aside by two persons, who confirmed an earlier clock
 */
record ClockRule(Instant now, Optional<Instant> believed, Optional<Instant> setAside) {
    /** A night and two hours: a rotation looks at the clock each night. */
    static final Duration FARTHEST_AHEAD = Duration.ofHours(26);

    /** Clocks of two machines that are kept by the same time differ by less. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** The same, where somebody far from here knew of a later moment than the one that was last believed. */
    ClockRule vouchedFor(Optional<Instant> moment) {
        Optional<Instant> later = Stream.concat(
                        believed.stream(), believed.isPresent() ? moment.stream() : Stream.empty())
                .max(Comparator.naturalOrder());
        return new ClockRule(now, later, setAside);
    }

    /** Why this witness puts the clock in doubt; empty where it does not. */
    Optional<String> doubt(String witness, Instant seen, boolean isIndependent) {
        boolean isSetAside = setAside.filter(until -> !seen.isAfter(until)).isPresent();
        if (now.isBefore(seen.minus(TOLERANCE)) && !isSetAside) {
            return Optional.of("clock-behind-" + witness);
        }
        return isIndependent && now.isAfter(seen.plus(FARTHEST_AHEAD))
                ? Optional.of("clock-ahead-of-" + witness)
                : Optional.empty();
    }

    /** Why what it said before puts it in doubt; empty where it does not. */
    Optional<String> doubt() {
        return believed.flatMap(before -> new ClockRule(now, Optional.empty(), setAside).doubt("belief", before, true));
    }
}
