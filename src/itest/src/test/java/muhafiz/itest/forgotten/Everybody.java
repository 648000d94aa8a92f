package muhafiz.itest.forgotten;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Contract.Operation;
import muhafiz.itest.stand.RunningArchive;

/**
 * Every role of the policy, asking every GET of the contract.
 *
 * @param names what the parameters of paths are, by how the path begins; the longest beginning counts
 * @param cabinet on whose behalf the portal asks
 * @param code what opens the application to its owner
 */
record Everybody(RunningArchive archive, Map<String, List<String>> names, String cabinet, String code) {
    /** One demo user for each role. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("portal", "portal"),
            Map.entry("officer", "case_officer"),
            Map.entry("supervisor", "supervisor"),
            Map.entry("reception", "reception_officer"),
            Map.entry("callcentre", "call_centre_agent"),
            Map.entry("citizenship", "citizenship_officer"),
            Map.entry("refugee", "refugee_officer"),
            Map.entry("control", "control_officer"),
            Map.entry("correspondence", "correspondence_officer"),
            Map.entry("border", "border_officer"),
            Map.entry("medical", "medical_officer"),
            Map.entry("detention", "detention_officer"),
            Map.entry("dpo", "dpo"),
            Map.entry("head", "head_of_service"),
            Map.entry("records", "records_manager"),
            Map.entry("auditor", "auditor"),
            Map.entry("statistician", "statistician"),
            Map.entry("custodian", "key_custodian"),
            Map.entry("admin", "system_administrator"));

    private static final String STRANGER = "stranger";

    /** What more a list may be asked. */
    private static final Map<String, String> FURTHER = Map.of(
            "/api/v1/dispositions", "&asOf=2100-01-01",
            "/api/v1/retention-plan", "&from=2020-01-01&to=2100-01-01",
            "/api/v1/statistics", "&from=2020-01-01&to=2100-01-01&by=class",
            "/api/v1/reports/dpo", "&from=2020-01-01&to=2100-01-01",
            "/api/v1/requests", "&state=answered",
            "/api/v1/disclosures", "&reviewBy=2100-01-01");

    /** An answer that somebody got. */
    record Seen(String user, Operation operation, String path, int status, String text) {
        List<String> told(Collection<String> words) {
            return words.stream().filter(text::contains).toList();
        }

        @Override
        public String toString() {
            return user + ", " + path + ", " + status;
        }
    }

    List<Seen> look() {
        List<Seen> seen = new ArrayList<>();
        for (String user : ROLES.keySet()) {
            Client client = archive.client(user);
            Set<String> purposes = purposes(user);
            operations()
                    .forEach(operation -> paths(operation)
                            .forEach(path -> purposes.stream()
                                    .map(purpose ->
                                            path + "?purpose=" + purpose + FURTHER.getOrDefault(operation.path(), ""))
                                    .forEach(asked ->
                                            seen.add(seen(user, operation, asked, client.get(asked, headers(user)))))));
        }
        Client owner = archive.stranger();
        operations()
                .forEach(operation -> paths(operation).forEach(path -> {
                    seen.add(seen(STRANGER, operation, path, owner.get(path)));
                    seen.add(seen(STRANGER, operation, path, owner.get(path, "Access-Code", code)));
                }));
        return seen;
    }

    /** Those that the policy grants the role for anything, and one that it may not grant. */
    private Set<String> purposes(String user) {
        Set<String> purposes = new TreeSet<>(Set.of("P-SERVICE"));
        archive
                .stranger()
                .get("/api/v1/policy")
                .require(200)
                .json()
                .getJsonObject("policy")
                .getJsonArray("grants")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(grant -> grant.getString("role").equals(ROLES.get(user)))
                .flatMap(grant -> grant.getJsonArray("purposes").getValuesAs(JsonString.class).stream())
                .forEach(purpose -> purposes.add(purpose.getString()));
        return purposes;
    }

    private String[] headers(String user) {
        return user.equals("portal") ? new String[] {"On-Behalf-Of", cabinet, "Assurance", "L2"} : new String[0];
    }

    private Stream<Operation> operations() {
        return archive.contract().operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    private List<String> paths(Operation operation) {
        if (!operation.path().contains("{")) {
            return List.of(operation.path());
        }
        List<String> values = names.keySet().stream()
                .filter(operation.path()::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(names::get)
                .orElseThrow(() -> new AssertionError("nobody says what " + operation + " is asked about"));
        return values.stream()
                .map(value -> operation.path().replaceFirst("\\{[^}]*}", value).replace("{page}", "1"))
                .toList();
    }

    private static Seen seen(String user, Operation operation, String path, Answer answer) {
        return new Seen(user, operation, path, answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
