package muhafiz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * Imports a bag of old cases, three small files each; kills the server (SIGKILL) twice on the way; then reads every document back through the
 * archive and holds their hashes against the source's. As many cases as {@code MUHAFIZ_BENCH_CASES} says, 100,000 by default. Ends with an
 * error where a case or a byte differs.
 */
public final class ImportBench {
    private static final int CASES = Integer.parseInt(System.getenv().getOrDefault("MUHAFIZ_BENCH_CASES", "100000"));
    private static final int READERS = 8;
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final PrintStream out = System.out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Stand stand;

    private ImportBench(Stand stand) {
        this.stand = stand;
    }

    /** @param arguments the folder for the archive's data, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        boolean isSound;
        try (Stand stand = Stand.start(StandSettings.forTests(home))) {
            isSound = new ImportBench(stand).run(home);
        }
        if (!isSound) {
            System.exit(1);
        }
    }

    private boolean run(Path home) throws Exception {
        List<String> source = OldBag.write(home.resolve("imports").resolve("old"), CASES);
        long began = System.nanoTime();
        String id = text(post("records", "/api/v1/imports", "{\"package\":\"old\"}"), "id");
        String checked = await(id, "checked");
        out.printf("looked at: %d cases, %d files in %s%n", CASES, source.size(), since(began));
        post("records2", "/api/v1/imports/" + id + "/approvals", "{\"digest\":\"" + text(checked, "digest") + "\"}");
        long released = System.nanoTime();
        long away = kill(CASES / 3) + kill(2 * CASES / 3);
        String done = await(id, "done");
        double seconds = (System.nanoTime() - released - away) / 1e9;
        out.printf(
                "carried out: %.0f cases and %.0f documents a second, %.0f s and %.0f s of kills and starts%n",
                CASES / seconds, source.size() / seconds, seconds, away / 1e9);
        out.println(done);
        return isWhole(source);
    }

    /** @return for how long the server was away */
    private long kill(int imported) throws SQLException, InterruptedException {
        while (count("select count(*) from archive.case_file") < imported) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        long began = System.nanoTime();
        stand.kill(Part.SERVER);
        stand.awaitReady(Part.SERVER, READY_WITHIN);
        return System.nanoTime() - began;
    }

    private boolean isWhole(List<String> source) throws Exception {
        putReadingOff();
        long cases = count("select count(*) from archive.case_file");
        List<String> documents = documents();
        List<String> hashes = Collections.synchronizedList(new ArrayList<>());
        Clients.Outcome read = Clients.run(
                READERS, documents.size(), number -> hashes.add(OldBag.sha256(content(documents.get(number)))));
        List<String> wanted = new ArrayList<>(source);
        Collections.sort(wanted);
        Collections.sort(hashes);
        out.printf(
                "cases %d of %d; documents %d of %d; hashes equal: %b (read back at %.0f a second)%n",
                cases, CASES, documents.size(), source.size(), wanted.equals(hashes), read.perSecond());
        return cases == CASES && wanted.equals(hashes);
    }

    /** The machine would read them meanwhile. */
    private void putReadingOff() throws SQLException {
        try (Connection database = stand.ownerDatabase().connect();
                Statement later = database.createStatement()) {
            later.execute("update archive.scheduled_tasks set execution_time = now() + interval '1 day'"
                    + " where task_name = 'read-by-machine'");
        }
    }

    private byte[] content(String document) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                request("officer", "/api/v1/documents/" + document + "/content?purpose=P-SERVICE")
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a document cannot be read: " + answer.statusCode());
        }
        return answer.body();
    }

    private String await(String id, String state) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<String> answer =
                    http.send(request("records", "/api/v1/imports/" + id).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200 && text(answer.body(), "state").equals(state)) {
                return answer.body();
            }
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private static String text(String json, String member) {
        Matcher value = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + member + " in " + json);
        }
        return value.group(1);
    }

    private String post(String user, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String user, String path) {
        String pair = user + ":" + stand.credentials().getProperty(user);
        return HttpRequest.newBuilder(stand.api().resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private long count(String question) throws SQLException {
        try (Connection database = stand.ownerDatabase().connect();
                Statement asked = database.createStatement();
                ResultSet answer = asked.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private List<String> documents() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection database = stand.ownerDatabase().connect();
                Statement asked = database.createStatement();
                ResultSet answer = asked.executeQuery("select id from archive.document")) {
            while (answer.next()) {
                ids.add(answer.getObject(1, UUID.class).toString());
            }
        }
        return ids;
    }

    private static String since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s";
    }
}
