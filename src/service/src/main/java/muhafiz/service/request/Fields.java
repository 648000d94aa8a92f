package muhafiz.service.request;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.request.RequestTerms.Course;
import muhafiz.domain.request.RequestTerms.Pause;
import muhafiz.domain.request.Urgency;

/** The sealed members of a request. */
final class Fields {
    static final String SUBJECT = "subject";
    static final String PERSONS = "persons";
    static final String REQUESTER = "requester";
    static final String AUTHORITY = "authority";
    static final String LANGUAGE = "language";
    static final String PURPOSE = "purpose";
    static final String SCOPE = "scope";
    static final String CHANGES = "changes";
    static final String URGENCY = "urgency";
    static final String CABINET = "cabinet";
    static final String IDENTITY = "identity";
    /** Within the identity: whether the officer said whom of the archive's persons it is. */
    static final String NAMED = "named";

    static final String PAUSES = "pauses";
    static final String EXTENDED = "extended";
    static final String DECISION = "decision";
    /** Within the decision. */
    static final String WITHHELD = "withheld";

    static final String ORDER = "order";
    static final String DELIVERY = "delivery";
    /** Not kept: worked out when it is shown. */
    static final String EARLIER = "earlier";

    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private Fields() {}

    /** What a new request says. */
    static JsonObject of(NewRequest lodged, Collection<UUID> persons, Optional<String> cabinet) {
        JsonObjectBuilder text = Json.createObjectBuilder();
        lodged.subject().ifPresent(subject -> text.add(SUBJECT, subject));
        text.add(PERSONS, ids(persons));
        text.add(REQUESTER, texts(lodged.requester()));
        lodged.authority().ifPresent(authority -> text.add(AUTHORITY, authority));
        lodged.language().ifPresent(language -> text.add(LANGUAGE, language));
        lodged.purpose().ifPresent(purpose -> text.add(PURPOSE, purpose));
        lodged.scope().ifPresent(scope -> text.add(SCOPE, scope));
        lodged.changes().ifPresent(changes -> text.add(CHANGES, changes));
        lodged.urgency().ifPresent(urgency -> text.add(URGENCY, urgency.code()));
        cabinet.ifPresent(id -> text.add(CABINET, id));
        return text.build();
    }

    static JsonObject with(JsonObject text, String name, JsonValue value) {
        return Json.createObjectBuilder(text).add(name, value).build();
    }

    static JsonObject with(JsonObject text, String name, String value) {
        return Json.createObjectBuilder(text).add(name, value).build();
    }

    static Optional<String> text(JsonObject text, String name) {
        return Optional.ofNullable(text.getString(name, null));
    }

    static JsonObject texts(Map<String, String> values) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values.forEach(object::add);
        return object.build();
    }

    static Set<UUID> persons(JsonObject text) {
        Set<UUID> persons = new TreeSet<>();
        text.getJsonArray(PERSONS)
                .getValuesAs(JsonString.class)
                .forEach(id -> persons.add(UUID.fromString(id.getString())));
        return persons;
    }

    /** Documents that the decision leaves out of the answer. */
    static Set<UUID> withheld(JsonObject text) {
        JsonObject decision = text.getJsonObject(DECISION);
        if (decision == null || !decision.containsKey(WITHHELD)) {
            return Set.of();
        }
        return decision.getJsonArray(WITHHELD).getValuesAs(JsonString.class).stream()
                .map(id -> UUID.fromString(id.getString()))
                .collect(Collectors.toSet());
    }

    /** Whether an officer said whom of the archive's persons whoever asks is. */
    static boolean isNamed(JsonObject text) {
        return Optional.ofNullable(text.getJsonObject(IDENTITY))
                .filter(identity -> identity.getBoolean(NAMED, false))
                .isPresent();
    }

    /** Whom the decision was about; whoever is one with them later is not. */
    static Optional<Set<UUID>> decidedAbout(JsonObject text) {
        return Optional.ofNullable(text.getJsonObject(DECISION))
                .filter(decision -> decision.containsKey(PERSONS))
                .map(Fields::persons);
    }

    static JsonValue ids(Collection<UUID> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(id -> array.add(id.toString()));
        return array.build();
    }

    /** The clock stands from that day on. */
    static JsonObject paused(JsonObject text, LocalDate from) {
        JsonArrayBuilder pauses = all(text);
        pauses.add(Json.createObjectBuilder().add(FROM, from.toString()));
        return with(text, PAUSES, pauses.build());
    }

    /** The clock goes on from that day, where it stood. */
    static JsonObject resumed(JsonObject text, LocalDate until) {
        JsonArrayBuilder pauses = Json.createArrayBuilder();
        for (Pause pause : pauses(text)) {
            pauses.add(Json.createObjectBuilder()
                    .add(FROM, pause.from().toString())
                    .add(UNTIL, pause.until().orElse(until).toString()));
        }
        return with(text, PAUSES, pauses.build());
    }

    private static JsonArrayBuilder all(JsonObject text) {
        return text.containsKey(PAUSES)
                ? Json.createArrayBuilder(text.getJsonArray(PAUSES))
                : Json.createArrayBuilder();
    }

    private static List<Pause> pauses(JsonObject text) {
        List<Pause> pauses = new ArrayList<>();
        if (text.containsKey(PAUSES)) {
            text.getJsonArray(PAUSES)
                    .getValuesAs(JsonObject.class)
                    .forEach(pause -> pauses.add(new Pause(
                            LocalDate.parse(pause.getString(FROM)),
                            text(pause, UNTIL).map(LocalDate::parse))));
        }
        return pauses;
    }

    /** What moves the days of this request. */
    static Course course(JsonObject text, LocalDate received) {
        return new Course(received, text(text, URGENCY).flatMap(Urgency::of), text.containsKey(EXTENDED), pauses(text));
    }
}
