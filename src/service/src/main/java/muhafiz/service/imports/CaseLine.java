package muhafiz.service.imports;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.CaseImport;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;
import muhafiz.service.casefile.OldCase;

/**
 * A line of the table of cases.
 *
 * @param arisesFrom the old number of the case it arises from
 */
record CaseLine(OldCase file, Optional<String> arisesFrom) {
    static final String PATH = "data/cases.csv";
    static final String NUMBER = "number";
    static final List<String> REQUIRED = List.of(NUMBER, "unit", "receivedOn");

    private static final Set<String> OWN =
            Set.of(NUMBER, "service", "class", "unit", "receivedOn", "language", "source", "arisesFrom");
    private static final Pattern PARTY = Pattern.compile("([a-z]+)([2-9]?)\\.([A-Za-z]+)");
    private static final Pattern EVENT = Pattern.compile("(event|outcome)\\.([a-z_]+)");
    private static final int LONGEST_NUMBER = 100;

    /** Whether the table may have this column. */
    static boolean isColumn(String name) {
        Matcher party = PARTY.matcher(name);
        return OWN.contains(name)
                || EVENT.matcher(name).matches()
                || (party.matches()
                        && NewParty.ROLES.contains(party.group(1))
                        && NewParty.FIELDS.contains(party.group(3)));
    }

    /** @throws RefusedException for what cannot stand there */
    static CaseLine of(Table.Line line) {
        String number = required(line, NUMBER);
        if (number.length() > LONGEST_NUMBER || CaseImport.folded(number).isEmpty()) {
            throw malformed(NUMBER, "a number has letters or digits, and at most " + LONGEST_NUMBER + " characters");
        }
        NewCase lodged = lodged(line::cell, required(line, "unit"), parties(line));
        LocalDate receivedOn = date("receivedOn", required(line, "receivedOn"));
        return new CaseLine(new OldCase(lodged, number, receivedOn, events(line)), line.cell("arisesFrom"));
    }

    private static NewCase lodged(Function<String, Optional<String>> said, String unit, List<NewParty> parties) {
        return new NewCase(
                said.apply("service"),
                said.apply("class"),
                unit,
                CaseImport.CHANNEL,
                said.apply("source"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                said.apply("language"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parties);
    }

    static String required(Table.Line line, String column) {
        return line.cell(column).orElseThrow(() -> malformed(column, "the column " + column + " is empty"));
    }

    static LocalDate date(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw malformed(column, column + " is a day, such as 1998-01-31");
        }
    }

    private static RefusedException malformed(String column, String why) {
        return new RefusedException(Refusal.MALFORMED, why, Map.of("member", column));
    }

    private static List<NewParty> parties(Table.Line line) {
        Map<String, Map<String, String>> fields = new TreeMap<>();
        line.cells().forEach((column, cell) -> {
            Matcher party = PARTY.matcher(column);
            if (party.matches() && NewParty.ROLES.contains(party.group(1))) {
                fields.computeIfAbsent(party.group(1) + party.group(2), who -> new TreeMap<>())
                        .put(party.group(3), cell);
            }
        });
        List<NewParty> parties = new ArrayList<>();
        fields.forEach((who, own) -> parties.add(new NewParty(who.replaceAll("[2-9]$", ""), own)));
        return parties;
    }

    private static List<CaseEvent.Happening> events(Table.Line line) {
        List<CaseEvent.Happening> events = new ArrayList<>();
        line.cells().forEach((column, cell) -> {
            Matcher event = EVENT.matcher(column);
            if (event.matches() && event.group(1).equals("event")) {
                events.add(new CaseEvent.Happening(
                        event.group(2), line.cell("outcome." + event.group(2)), date(column, cell)));
            } else if (event.matches() && line.cell("event." + event.group(2)).isEmpty()) {
                throw malformed(column, "an outcome without the day of its event");
            }
        });
        return events;
    }

    JsonObject json() {
        NewCase lodged = file.lodged();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add(NUMBER, file.oldNumber())
                .add("unit", lodged.unit())
                .add("received", file.receivedOn().toString());
        lodged.service().ifPresent(service -> json.add("service", service));
        lodged.recordClass().ifPresent(one -> json.add("class", one));
        lodged.language().ifPresent(language -> json.add("language", language));
        lodged.source().ifPresent(source -> json.add("source", source));
        arisesFrom.ifPresent(number -> json.add("arisesFrom", number));
        JsonArrayBuilder events = Json.createArrayBuilder();
        for (CaseEvent.Happening event : file.events()) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("type", event.type())
                    .add("on", event.on().toString());
            event.outcome().ifPresent(outcome -> one.add("outcome", outcome));
            events.add(one);
        }
        JsonArrayBuilder parties = Json.createArrayBuilder();
        for (NewParty party : lodged.parties()) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            party.fields().forEach(fields::add);
            parties.add(Json.createObjectBuilder().add("role", party.role()).add("fields", fields));
        }
        return json.add("events", events).add("parties", parties).build();
    }

    static CaseLine of(JsonObject json) {
        List<CaseEvent.Happening> events = json.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(event -> new CaseEvent.Happening(
                        event.getString("type"), text(event, "outcome"), LocalDate.parse(event.getString("on"))))
                .toList();
        List<NewParty> parties = json.getJsonArray("parties").getValuesAs(JsonObject.class).stream()
                .map(CaseLine::party)
                .toList();
        NewCase lodged = lodged(name -> text(json, name), json.getString("unit"), parties);
        return new CaseLine(
                new OldCase(lodged, json.getString(NUMBER), LocalDate.parse(json.getString("received")), events),
                text(json, "arisesFrom"));
    }

    private static NewParty party(JsonObject party) {
        Map<String, String> fields = new TreeMap<>();
        JsonObject own = party.getJsonObject("fields");
        own.keySet().forEach(name -> fields.put(name, own.getString(name)));
        return new NewParty(party.getString("role"), fields);
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null));
    }
}
