package muhafiz.itest.forgotten;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    static final List<String> USERS = List.of(
            "portal",
            "officer",
            "supervisor",
            "reception",
            "callcentre",
            "citizenship",
            "refugee",
            "control",
            "correspondence",
            "border",
            "medical",
            "detention",
            "dpo",
            "head",
            "records",
            "auditor",
            "statistician",
            "custodian",
            "admin");

    private static final List<String> PURPOSES =
            List.of("P-SERVICE", "P-RIGHTS", "P-LEGAL", "P-OVERSIGHT", "P-CONTROL", "P-RECORDS");
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
        for (String user : USERS) {
            Client client = archive.client(user);
            operations()
                    .forEach(operation -> paths(operation)
                            .forEach(path -> PURPOSES.stream()
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
                .map(value -> operation.path().replaceFirst("\\{[^}]*}", value))
                .toList();
    }

    private static Seen seen(String user, Operation operation, String path, Answer answer) {
        return new Seen(user, operation, path, answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
