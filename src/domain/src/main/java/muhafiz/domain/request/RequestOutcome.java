package muhafiz.domain.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request ends. */
public enum RequestOutcome {
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    NOT_HELD,
    FORWARDED,
    WITHDRAWN,
    /** Of a complaint. */
    ANSWERED,
    /** Of a complaint that nobody signed, or that was answered three times this year. */
    LEFT_UNCONSIDERED;

    /** As policy and contract spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestOutcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    /** Whether something is refused, so that a ground and the ways of appeal are named. */
    public boolean refuses() {
        return this == REFUSED || this == PARTLY_GRANTED || this == LEFT_UNCONSIDERED;
    }
}
