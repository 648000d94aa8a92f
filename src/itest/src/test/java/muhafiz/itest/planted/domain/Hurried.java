package muhafiz.itest.planted.domain;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Has a clock of its own. */
class Hurried {
    private final Supplier<LocalDate> today = LocalDate::now;

    boolean isDue(LocalDate day) {
        return !today.get().isBefore(day);
    }
}
