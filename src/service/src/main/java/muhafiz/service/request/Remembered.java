package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.request.RequestState;

/**
 * What requests still tell: all of it while they are worked on; nothing once they have ended and everybody was forgotten whom they were
 * about, though their own keys live on by the term of their class. In the caller's transaction.
 */
@ApplicationScoped
class Remembered {
    private static final Set<RequestState> ENDED = EnumSet.of(RequestState.ANSWERED, RequestState.CLOSED);

    private final RequestText text;
    private final Persons persons;

    @Inject
    Remembered(RequestText text, Persons persons) {
        this.text = text;
        this.persons = persons;
    }

    Optional<JsonObject> of(RequestRow row) {
        return Optional.ofNullable(of(List.of(row)).get(row)).flatMap(said -> said);
    }

    /** By row, in their order. */
    Map<RequestRow, Optional<JsonObject>> of(List<RequestRow> rows) {
        Map<UUID, JsonObject> opened = text.open(rows);
        Map<RequestRow, Optional<JsonObject>> told = new LinkedHashMap<>();
        rows.forEach(
                row -> told.put(row, Optional.ofNullable(opened.get(row.text().leaf()))));
        Set<UUID> asked = new TreeSet<>();
        told.forEach((row, said) -> said.filter(any -> ENDED.contains(row.state()))
                .map(Fields::persons)
                .ifPresent(asked::addAll));
        Set<UUID> known = asked.isEmpty() ? Set.of() : persons.known(asked);
        told.replaceAll(
                (row, said) -> said.filter(one -> !ENDED.contains(row.state()) || isKnown(Fields.persons(one), known)));
        return told;
    }

    private static boolean isKnown(Set<UUID> who, Set<UUID> known) {
        return who.isEmpty() || !Collections.disjoint(who, known);
    }
}
