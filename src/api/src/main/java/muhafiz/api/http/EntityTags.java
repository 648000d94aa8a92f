package muhafiz.api.http;

import java.util.Arrays;
import java.util.Optional;

/** Compares strong entity tags with what a client holds (RFC 9110 §8.8.3.2, §13.1). Our tags hold neither comma nor quote. */
public final class EntityTags {
    private static final String WEAK = "W/";

    private EntityTags() {}

    /** {@code If-None-Match}: whether the client holds this already; weak comparison. */
    public static boolean isHeld(Optional<String> field, String tag) {
        return field.filter(value -> value.trim().equals("*") || names(value, tag, true))
                .isPresent();
    }

    /** {@code If-Match}: whether the client's condition holds; strong comparison. */
    public static boolean isMet(Optional<String> field, String tag) {
        return field.isEmpty() || field.get().trim().equals("*") || names(field.get(), tag, false);
    }

    /** {@code If-Range}: whether a range may be answered; strong comparison, and a date never matches since we send none. */
    public static boolean mayBeRange(Optional<String> field, String tag) {
        return field.isEmpty() || field.get().trim().equals(tag);
    }

    private static boolean names(String list, String tag, boolean weakly) {
        return Arrays.stream(list.split(",", -1))
                .map(String::trim)
                .map(item -> weakly && item.startsWith(WEAK) ? item.substring(WEAK.length()) : item)
                .anyMatch(tag::equals);
    }
}
