package muhafiz.service.incident;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** What is told of an incident: what it is, whom and what it affected, who acted, and every act, oldest first. */
record IncidentReport(UUID id, IncidentRows.Kept kept, List<Affected.Touch> touches) {
    private static final String CONTENT = "read_content";

    /** The whole, with so many acts after the first {@code after}. */
    JsonObject page(int after, int limit) {
        NewIncident incident = kept.incident();
        List<Affected.Touch> done =
                touches.stream().filter(Affected.Touch::isDone).toList();
        int end = Math.min(touches.size(), Math.min(after, touches.size()) + limit);
        JsonArrayBuilder entries = Json.createArrayBuilder();
        touches.subList(Math.min(after, end), end).forEach(touch -> entries.add(entry(touch)));
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("openedAt", kept.openedAt().toString())
                .add("noticedAt", incident.noticedAt().toString())
                .add("from", incident.from().toString())
                .add("to", incident.to().toString())
                .add("description", text(incident.description()))
                .add("account", text(incident.concerns().account()))
                .add(
                        "documents",
                        ids(done.stream()
                                .flatMap(touch -> touch.document().stream())
                                .toList()))
                .add(
                        "cases",
                        ids(done.stream()
                                .flatMap(touch -> touch.caseFile().stream())
                                .toList()))
                .add("subjects", ids(done.stream().map(Affected.Touch::subject).toList()))
                .add("readers", readers())
                .add("entries", entries);
        if (end < touches.size()) {
            report.add("next", end);
        } else {
            report.addNull("next");
        }
        return report.build();
    }

    private static JsonObject entry(Affected.Touch touch) {
        return who(touch.by())
                .add("at", touch.at().toString())
                .add("what", touch.what())
                .add("outcome", touch.outcome())
                .add("purpose", touch.purpose())
                .add("subject", touch.subject().toString())
                .add("case", text(touch.caseFile().map(UUID::toString)))
                .add("document", text(touch.document().map(UUID::toString)))
                .build();
    }

    private JsonArrayBuilder readers() {
        Map<Affected.Reader, List<Affected.Touch>> by = new LinkedHashMap<>();
        touches.forEach(touch ->
                by.computeIfAbsent(touch.by(), any -> new ArrayList<>()).add(touch));
        JsonArrayBuilder readers = Json.createArrayBuilder();
        by.forEach((reader, own) -> readers.add(who(reader)
                .add("first", at(own.get(0)).toString())
                .add("last", at(own.get(own.size() - 1)).toString())
                .add("entries", own.size())
                .add(
                        "contents",
                        own.stream()
                                .filter(Affected.Touch::isDone)
                                .filter(touch -> touch.what().equals(CONTENT))
                                .count())));
        return readers;
    }

    private static Instant at(Affected.Touch touch) {
        return touch.at();
    }

    private static JsonObjectBuilder who(Affected.Reader reader) {
        return Json.createObjectBuilder()
                .add("account", text(reader.account()))
                .add("role", reader.role())
                .add("unit", reader.unit());
    }

    private static JsonArrayBuilder ids(Collection<UUID> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        new TreeSet<>(ids).forEach(one -> array.add(one.toString()));
        return array;
    }

    private static JsonValue text(Optional<String> value) {
        return value.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
