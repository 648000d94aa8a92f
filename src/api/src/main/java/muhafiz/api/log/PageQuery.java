package muhafiz.api.log;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * Which page of the log is asked for. A parameter that is not known is refused: a filter that is silently ignored would show more
 * than was asked for.
 *
 * @param after the sequence number after which the page begins; -1 or empty for the first page
 * @param limit 1 to 500
 */
record PageQuery(OptionalLong after, int limit) {
    private static final Set<String> KNOWN = Set.of("after", "limit", "purpose", "ref");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    static PageQuery of(MultivaluedMap<String, String> query) {
        for (String name : query.keySet()) {
            if (!KNOWN.contains(name)) {
                throw refused("known are after, limit, purpose, ref");
            }
        }
        OptionalLong after = number(query, "after", Long.MAX_VALUE);
        OptionalLong limit = number(query, "limit", MOST);
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw refused("limit is 1 to " + MOST);
        }
        return new PageQuery(after, (int) limit.orElse(USUAL));
    }

    private static OptionalLong number(MultivaluedMap<String, String> query, String name, long most) {
        String text = query.getFirst(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.matches("-1|[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new RefusedException(Refusal.MALFORMED, name + " is a number up to " + most, Map.of("member", name));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(Refusal.MALFORMED, detail);
    }
}
