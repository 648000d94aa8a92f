package muhafiz.service.wall;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the archive does by itself, as long as it lasts, on this thread: transactions that begin meanwhile are background work's, whoever
 * called.
 */
public final class OwnWork {
    private static final ThreadLocal<@Nullable String> RUNNING = new ThreadLocal<>();

    private OwnWork() {}

    /** @param name what is worked at, such as {@code sweeps} */
    public static void during(String name, Runnable work) {
        of(name, () -> {
            work.run();
            return name;
        });
    }

    /** The same with an answer. */
    public static <T> T of(String name, Supplier<T> work) {
        String before = RUNNING.get();
        RUNNING.set(name);
        try {
            return work.get();
        } finally {
            if (before == null) {
                RUNNING.remove();
            } else {
                RUNNING.set(before);
            }
        }
    }

    static Optional<String> running() {
        return Optional.ofNullable(RUNNING.get());
    }
}
