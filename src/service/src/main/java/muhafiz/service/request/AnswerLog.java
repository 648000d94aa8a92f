package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.proof.paper.PersonListing;
import muhafiz.service.audit.OwnReadings;
import muhafiz.service.audit.OwnReadings.OwnReading;
import muhafiz.service.log.PersonLog;

/** What a person's own log tells: who looked, and which requests there were. In the caller's transaction. */
@ApplicationScoped
class AnswerLog {
    private static final String HANDED_ON = "disclose";

    private final OwnReadings readings;
    private final PersonLog log;
    private final RequestRows rows;
    private final RequestText text;

    @Inject
    AnswerLog(OwnReadings readings, PersonLog log, RequestRows rows, RequestText text) {
        this.readings = readings;
        this.log = log;
        this.rows = rows;
        this.text = text;
    }

    /** Every act that concerned them, oldest first; no names of accounts. What was handed on is told by its own register. */
    List<JsonObject> readings(Set<UUID> who) {
        List<JsonObject> told = new ArrayList<>();
        for (UUID person : who) {
            readings.of(person).stream()
                    .filter(one -> !one.what().equals(HANDED_ON))
                    .map(AnswerLog::told)
                    .forEach(told::add);
        }
        return told;
    }

    private static JsonObject told(OwnReading one) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("at", one.at().toString())
                .add("what", one.what())
                .add("purpose", one.purpose())
                .add("legalBasis", one.basis())
                .add("role", one.role())
                .add("unit", one.unit())
                .add("outcome", one.outcome());
        one.document().ifPresent(id -> json.add("document", id.toString()));
        return json.build();
    }

    /** One for each person of whom there is a log, checkable by anybody; none before the first checkpoint. */
    List<JsonObject> listings(Set<UUID> who) {
        return who.stream()
                .filter(log::knows)
                .flatMap(person -> readings.proven(person).stream())
                .map(PersonListing::json)
                .toList();
    }

    /** Requests that their log names and that are about them, as far as they can be told. */
    List<JsonObject> requests(Set<UUID> who) {
        return rows(who).map(AnswerLog::told).toList();
    }

    /** How many there are of either; the log is opened once. */
    record Counted(int readings, int requests) {}

    Counted counted(Set<UUID> who) {
        List<PersonLog.Told> entries = entries(who);
        long readings = entries.stream()
                .filter(told -> !told.found().leaf().publicPart().action().equals(HANDED_ON))
                .count();
        return new Counted((int) readings, (int) rows(entries, who).count());
    }

    /** The same as rows of the register, by number. */
    Stream<RequestRow> rows(Set<UUID> who) {
        return rows(entries(who), who);
    }

    private List<PersonLog.Told> entries(Set<UUID> who) {
        return who.stream()
                .flatMap(person -> log.of(person).stream())
                .flatMap(year -> year.entries().stream())
                .toList();
    }

    private Stream<RequestRow> rows(List<PersonLog.Told> entries, Set<UUID> who) {
        Set<String> numbers = new TreeSet<>();
        for (PersonLog.Told told : entries) {
            Optional.ofNullable(told.inside().more().get("request")).ifPresent(numbers::add);
        }
        return numbers.stream()
                .flatMap(number -> rows.find(number).stream())
                .filter(row -> text.open(row)
                        .filter(said -> !Collections.disjoint(Fields.persons(said), who))
                        .isPresent());
    }

    private static JsonObject told(RequestRow row) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", row.number())
                .add("kind", row.came().right().id())
                .add("receivedAt", row.came().at().toString())
                .add("state", row.state().code());
        row.end()
                .ifPresent(end -> json.add("outcome", end.outcome().code())
                        .add("decidedAt", end.at().toString()));
        return json.build();
    }
}
