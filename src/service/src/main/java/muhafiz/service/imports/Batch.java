package muhafiz.service.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import muhafiz.service.RefusedException;

/** Lines on their way into the database, some at a time, and what is wrong with others. For one thread. */
final class Batch<T> {
    private static final int SIZE = 250;

    private final Adding<T> adding;
    private final List<T> rows = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Batch(Adding<T> adding) {
        this.adding = adding;
    }

    /** Adds them, in one transaction. */
    interface Adding<T> {
        void add(List<T> rows, List<Flaw> flaws);
    }

    /** Takes a line, or why it cannot be taken. */
    void take(Supplier<T> row, String place, int line) {
        try {
            rows.add(row.get());
        } catch (RefusedException refused) {
            flaws.add(Flaw.of(place, line, refused));
        }
        if (rows.size() + flaws.size() >= SIZE) {
            flush();
        }
    }

    void flush() {
        adding.add(List.copyOf(rows), List.copyOf(flaws));
        rows.clear();
        flaws.clear();
    }
}
