package muhafiz.api.json;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import muhafiz.api.http.RandomId;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** Which page of a list of things with random ids: a parameter bean of resources. */
public class Paging {
    private static final int USUAL = 100;
    private static final UUID FIRST = new UUID(0, 0);

    @QueryParam("after")
    private @Nullable String after;

    @QueryParam("limit")
    private @Nullable String limit;

    /** The last one of the page before; the nil id for the first page. */
    public UUID after() {
        return Optional.ofNullable(after).map(RandomId::of).orElse(FIRST);
    }

    /** How many; 100 where nothing is said. @throws RefusedException {@code malformed} where it is no number of up to four digits */
    public int limit() {
        String text = Optional.ofNullable(limit).orElse(Integer.toString(USUAL));
        if (!text.matches("[0-9]{1,4}")) {
            throw new RefusedException(Refusal.MALFORMED, "limit is a number", Map.of("member", "limit"));
        }
        return Integer.parseInt(text);
    }

    /** The id to ask on from; empty where the page was not full. */
    public static <T> Optional<UUID> next(List<T> items, int limit, Function<T, UUID> id) {
        return items.size() < limit || items.isEmpty()
                ? Optional.empty()
                : Optional.of(id.apply(items.get(items.size() - 1)));
    }
}
