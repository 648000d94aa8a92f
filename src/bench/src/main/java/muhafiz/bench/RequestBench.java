package muhafiz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.service.retention.LargeArchive;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * The data-protection officer's morning list and the discovery of one person with six cases over HTTP, entries included, in a small archive
 * and then in one of a million documents and ten thousand open requests.
 */
public final class RequestBench {
    private static final int LISTED = 100;
    private static final int CASES = 6;
    private static final int PAPERS = 7;
    private static final int ASKED = 500;
    /** Few: each is an entry in the person's log, which the next one reads. */
    private static final int DISCOVERED = 100;

    private static final int DAYS = 20;
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final String CABINET = "cabinet-bench";

    private final PrintStream out = System.out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final Properties passwords;

    private RequestBench(Stand stand) {
        this.api = stand.api();
        this.passwords = stand.credentials();
    }

    /** @param arguments the folder for the archives' data, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        System.out.println("| open requests | documents | what | p50 ms | p99 ms | p99 of the small archive's |");
        System.out.println("|---|---|---|---|---|---|");
        List<Clients.Outcome> small = in(home.resolve("small"), LISTED, 1000, List.of());
        in(home.resolve("large"), 100 * LISTED, LargeArchive.largest(), small);
    }

    private static List<Clients.Outcome> in(Path home, int requests, int documents, List<Clients.Outcome> small)
            throws Exception {
        try (Stand stand = Stand.start(StandSettings.forTests(home).withSandbox(List.of()));
                Connection owner = stand.ownerDatabase().connect()) {
            LargeArchive.fill(owner, documents);
            LargeArchive.addPersons(owner, documents);
            settle(owner);
            return new RequestBench(stand).run(requests, documents, small);
        }
    }

    /** Nothing in the filled tables waits for the archive's own work. */
    private static void settle(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("update archive.case_file set retention_waits = null, retention_end = date '2040-01-01',"
                    + " disposal = 'shred' where retention_waits = 'computation'");
        }
    }

    private List<Clients.Outcome> run(int requests, int documents, List<Clients.Outcome> small)
            throws IOException, InterruptedException {
        String own = person();
        Clients.run(4, requests, this::lodge);
        String list = "/api/v1/requests?purpose=P-RIGHTS&limit=" + LISTED;
        String coverage = "/api/v1/requests/" + own + "/coverage?purpose=P-RIGHTS";
        List<Clients.Outcome> both = List.of(timed(list, ASKED), timed(coverage, DISCOVERED));
        List<String> what = List.of("morning list of " + LISTED, "discovery of one person");
        for (int i = 0; i < both.size(); i++) {
            out.printf(
                    "| %,d | %,d | %s | %.1f | %.1f | %s |%n",
                    requests,
                    documents,
                    what.get(i),
                    both.get(i).millis(0.5),
                    both.get(i).millis(0.99),
                    small.isEmpty()
                            ? "1"
                            : "%.2f"
                                    .formatted(both.get(i).millis(0.99)
                                            / small.get(i).millis(0.99)));
        }
        return both;
    }

    private Clients.Outcome timed(String path, int times) throws InterruptedException {
        Clients.run(1, times / 2, any -> answered(as("dpo", path).build(), 200));
        return Clients.run(1, times, any -> answered(as("dpo", path).build(), 200));
    }

    /** Somebody with cases and papers who asks what is kept of them. @return the request's number */
    private String person() throws IOException, InterruptedException {
        for (int one = 0; one < CASES; one++) {
            String lodged = """
                    {"service":"WP","unit":"RD-1","channel":"portal","term":"P1Y","parties":[{"role":"applicant","surname":"Bench",
                    "givenNames":"Person","birthDate":"1990-05-01","nationality":"TUR","documentNumber":"U7654321"}]}""";
            String number = number(answered(own("/api/v1/applications", lodged), 201));
            for (int paper = 0; paper < PAPERS; paper++) {
                answered(
                        as("portal", "/api/v1/applications/" + number + "/documents?kind=application_form")
                                .header("Content-Type", "application/pdf")
                                .POST(BodyPublishers.ofByteArray(Papers.paper(one * PAPERS + paper)))
                                .build(),
                        201);
            }
        }
        return number(answered(own("/api/v1/requests", "{\"kind\":\"ACCESS\"}"), 201));
    }

    private HttpRequest own(String path, String form) {
        return as("portal", path)
                .header("On-Behalf-Of", CABINET)
                .header("Assurance", "L2")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /** A stranger's letter of one of the last days. */
    private void lodge(int number) throws IOException, InterruptedException {
        Instant at = Instant.now().minus(number % DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String form = "{\"kind\":\"ACCESS\",\"channel\":\"post\",\"receivedAt\":\"" + at
                + "\",\"requester\":{\"surname\":\"Stranger " + number + "\"}}";
        answered(
                as("dpo", "/api/v1/requests")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                201);
    }

    private String answered(HttpRequest request, int wanted) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException("the archive answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String number(String json) {
        Matcher matcher = NUMBER.matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("an answer lacks a number");
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder as(String user, String path) {
        String pair = user + ":" + passwords.getProperty(user);
        return HttpRequest.newBuilder(api.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
