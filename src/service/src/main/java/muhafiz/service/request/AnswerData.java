package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.wall.Wall;

/**
 * Collects all that is kept of somebody; the schema of {@code data.json} stands in src/README.md. In the caller's transaction, in which it
 * sees every row: what it tells, it tells of this person alone.
 */
@ApplicationScoped
class AnswerData {
    static final String FORMAT = "muhafiz answer data v1";

    private final Persons persons;
    private final AnswerCase cases;
    private final RedactionRows redactions;
    private final AnswerLog log;
    private final Instance<Disclosures> disclosures;
    private final PolicyInForce policies;
    private final Wall wall;
    private final InstantSource clock;

    @Inject
    AnswerData(
            Persons persons,
            AnswerCase cases,
            RedactionRows redactions,
            AnswerLog log,
            Instance<Disclosures> disclosures,
            PolicyInForce policies,
            Wall wall,
            InstantSource clock) {
        this.persons = persons;
        this.cases = cases;
        this.redactions = redactions;
        this.log = log;
        this.disclosures = disclosures;
        this.policies = policies;
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * All of it but the documents' bytes.
     *
     * @param listings the person's log with its proofs
     * @param coverage items by source
     */
    record Collected(
            String number,
            UUID id,
            Instant at,
            List<AnswerCase.Told> cases,
            JsonObject json,
            List<JsonObject> listings,
            Map<String, Integer> coverage) {
        List<AnswerDocument.Told> papers() {
            return cases.stream().flatMap(told -> told.papers().stream()).toList();
        }
    }

    Collected collect(RequestRow row, Set<UUID> who, AnswerScope scope) {
        return wall.asArchive("requests", () -> collected(row, who, scope.with(redactions.of(row.id()))));
    }

    private Collected collected(RequestRow row, Set<UUID> who, AnswerScope scope) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<AnswerCase.Told> told = cases(who, scope);
        List<JsonObject> readings = scope.isWhole() ? log.readings(who) : List.of();
        List<JsonObject> requests = log.requests(who);
        List<JsonObject> handedOn = disclosures(who);
        Map<String, Integer> coverage =
                counts(told, new AnswerLog.Counted(readings.size(), requests.size()), handedOn.size());
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("request", row.number())
                .add("kind", row.came().right().id())
                .add("at", now.toString())
                .add("policyVersion", policies.policy().version())
                .add("coverage", coverage(coverage))
                .add("cases", array(told.stream().map(AnswerCase.Told::json).toList()))
                .add("readings", array(readings))
                .add("requests", array(requests))
                .add("disclosures", array(handedOn))
                .add("appeal", Refusals.appeal(policies.policy()));
        // entries of the log tell the kinds of documents, and who was not to be told of
        boolean isListed = scope.isWhole()
                && scope.withheld().isEmpty()
                && disclosures.stream().noneMatch(register -> register.hideFrom(who));
        List<JsonObject> listings = isListed ? log.listings(who) : List.of();
        return new Collected(row.number(), row.id(), now, told, json.build(), listings, coverage);
    }

    /**
     * What a look at all registers tells before anything is answered: no document is opened.
     *
     * @param sources items by source
     */
    record Searched(List<AnswerCase.Told> cases, JsonObject sources) {}

    Searched searched(Set<UUID> who) {
        List<AnswerCase.Told> told = cases(who, new AnswerScope(false, Optional.empty()));
        Map<String, Integer> counts =
                counts(told, log.counted(who), disclosures(who).size());
        return new Searched(told, coverage(counts).build());
    }

    private static Map<String, Integer> counts(List<AnswerCase.Told> told, AnswerLog.Counted logged, int handedOn) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("cases", told.size());
        counts.put("documents", papers(told, ""));
        counts.put("letters", papers(told, "RC-LETTER"));
        counts.put("technicalData", papers(told, "RC-TECH"));
        counts.put("log", logged.readings());
        counts.put("requests", logged.requests());
        counts.put("disclosures", handedOn);
        return counts;
    }

    /** The cases that name them, by id. */
    List<AnswerCase.Told> cases(Set<UUID> who, AnswerScope scope) {
        Map<UUID, List<Persons.Part>> byCase = persons.parts(who).stream()
                .filter(part -> scope.covers(part.file().recordClass())
                        && scope.reaches(part.file().receivedAt()))
                .collect(Collectors.groupingBy(part -> part.file().id(), LinkedHashMap::new, Collectors.toList()));
        List<AnswerCase.Told> told = new ArrayList<>();
        byCase.values().forEach(parts -> {
            CaseFile file = parts.get(0).file();
            Set<String> roles = parts.stream().map(Persons.Part::role).collect(Collectors.toCollection(TreeSet::new));
            told.add(cases.tell(file, who, roles, scope));
        });
        return told;
    }

    List<JsonObject> disclosures(Set<UUID> who) {
        return disclosures.stream()
                .flatMap(register -> register.of(who).stream())
                .toList();
    }

    private JsonObjectBuilder coverage(Map<String, Integer> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach(json::add);
        return json.add("disclosureRegister", disclosures.isUnsatisfied() ? "none is kept" : "searched")
                .add("backups", "copies of the same, of which nothing is kept longer or besides");
    }

    /** @param recordClass empty for all */
    private static int papers(List<AnswerCase.Told> told, String recordClass) {
        return (int) told.stream()
                .flatMap(one -> one.papers().stream())
                .filter(paper ->
                        recordClass.isEmpty() || paper.document().recordClass().equals(recordClass))
                .count();
    }

    static JsonArrayBuilder array(List<JsonObject> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.forEach(array::add);
        return array;
    }
}
