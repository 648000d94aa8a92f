package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.Within;
import muhafiz.service.search.Candidate;
import muhafiz.service.subject.Alike;
import muhafiz.service.wall.Wall;

/** What was searched for a request, and who else may be the same person; whoever decides on the request confirms them as its subjects. */
@ApplicationScoped
class Coverage {
    private final RequestRows rows;
    private final Remembered remembered;
    private final RequestRights rights;
    private final RequestEntries entries;
    private final AnswerData data;
    private final Alike alike;
    private final Persons persons;
    private final Wall wall;

    @Inject
    Coverage(
            RequestRows rows,
            Remembered remembered,
            RequestRights rights,
            RequestEntries entries,
            AnswerData data,
            Alike alike,
            Persons persons,
            Wall wall) {
        this.rows = rows;
        this.remembered = remembered;
        this.rights = rights;
        this.entries = entries;
        this.data = data;
        this.alike = alike;
        this.persons = persons;
        this.wall = wall;
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    @Transactional
    public JsonObject of(Caller caller, String number, String purpose) {
        AccessDecision decision = rights.may(caller, Action.ASSEMBLE_ANSWER, purpose);
        if (!decision.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role assembles no answers");
        }
        RequestRow row = rows.find(number).orElseThrow(RequestDesk::unknown);
        Set<UUID> who =
                remembered.of(row).map(Fields::persons).map(persons::same).orElseThrow(RequestDesk::unknown);
        return wall.asArchive("requests", () -> {
            AnswerData.Searched searched = data.searched(who);
            List<Candidate> others = others(searched, who);
            Set<UUID> seen = new TreeSet<>(who);
            others.forEach(one -> seen.add(one.subject()));
            entries.done(
                    caller,
                    Action.SEARCH.word(),
                    decision.rule(),
                    RequestEntries.About.of(row, seen),
                    Map.of("what", "coverage", "shown", Integer.toString(others.size())));
            return Json.createObjectBuilder()
                    .add("request", number)
                    .add("subjects", Fields.ids(who))
                    .add("sources", searched.sources())
                    .add("candidates", told(others))
                    .build();
        });
    }

    private List<Candidate> others(AnswerData.Searched searched, Set<UUID> who) {
        List<Map<String, String>> told = new ArrayList<>();
        for (AnswerCase.Told one : searched.cases()) {
            for (JsonObject party : one.json().getJsonArray("fields").getValuesAs(JsonObject.class)) {
                Map<String, String> fields = new TreeMap<>();
                party.getJsonObject("values")
                        .forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
                told.add(fields);
            }
        }
        return alike.others(told, who, Within.ALL);
    }

    private static JsonArrayBuilder told(List<Candidate> candidates) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        candidates.forEach(one -> all.add(Json.createObjectBuilder()
                .add("subject", one.subject().toString())
                .add("case", one.caseFile().toString())
                .add("role", one.role())
                .add("likeness", Math.round(one.likeness() * 100) / 100.0)));
        return all;
    }
}
