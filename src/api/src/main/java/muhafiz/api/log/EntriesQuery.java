package muhafiz.api.log;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.api.http.RandomId;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.audit.LogQuestion;

/**
 * Which entries are asked for, as it stands in the query. A parameter that is not known is refused: a filter that is silently ignored
 * would show more than was asked for.
 */
final class EntriesQuery {
    private static final Set<String> KNOWN = Set.of(
            "after", "limit", "purpose", "ref", "subject", "document", "actor", "operation", "from", "to", "decision");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final MultivaluedMap<String, String> query;

    private EntriesQuery(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    static LogQuestion read(MultivaluedMap<String, String> query) {
        for (String name : query.keySet()) {
            if (!KNOWN.contains(name) || query.get(name).size() > 1) {
                throw new RefusedException(
                        Refusal.MALFORMED, "known are, each once: " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
        return new EntriesQuery(query).question();
    }

    private LogQuestion question() {
        OptionalLong limit = number("limit", MOST);
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw refused("limit", "is 1 to " + MOST);
        }
        return new LogQuestion(
                new LogQuestion.Whom(id("subject"), id("document")),
                text("actor", "[A-Za-z0-9._@-]{1,100}"),
                text("operation", "[a-z_]{1,64}"),
                moment("from"),
                moment("to"),
                id("decision"),
                new LogQuestion.Page(number("after", Long.MAX_VALUE), (int) limit.orElse(USUAL)));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(query.getFirst(name));
    }

    private Optional<String> text(String name, String form) {
        return given(name).map(text -> {
            if (!text.matches(form)) {
                throw refused(name, "has the form " + form);
            }
            return text;
        });
    }

    private Optional<UUID> id(String name) {
        return given(name).map(RandomId::of);
    }

    private Optional<Instant> moment(String name) {
        return given(name).map(text -> Moments.read(name, text));
    }

    private OptionalLong number(String name, long most) {
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!given.get().matches("-1|[0-9]{1,18}") || Long.parseLong(given.get()) > most) {
            throw refused(name, "is a number up to " + most);
        }
        return OptionalLong.of(Long.parseLong(given.get()));
    }

    private static RefusedException refused(String name, String need) {
        return new RefusedException(Refusal.MALFORMED, name + " " + need, Map.of("member", name));
    }
}
