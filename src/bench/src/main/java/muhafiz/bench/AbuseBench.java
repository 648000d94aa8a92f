package muhafiz.bench;

import java.io.ByteArrayOutputStream;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/**
 * Four honest clients upload documents of 300 KiB, first among themselves, then while others send a thousand files made to hurt; how long the
 * honest wait in both cases, in the same run, and whether heap and parsers come back to what they were. Ends with an error where the archive
 * was at fault in any answer.
 */
public final class AbuseBench {
    private static final int HONEST = 4;
    private static final int QUIET_UPLOADS = 400;
    private static final int HOSTILE_CLIENTS = 2;
    private static final int HOSTILE_UPLOADS = 1_000;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(60);
    private static final String LODGED = """
            {"service":"WP","unit":"RD-1","channel":"portal","parties":[{"role":"applicant","surname":"Bench",
            "givenNames":"Case","birthDate":"1990-05-01","nationality":"TUR","documentNumber":"U1234567"}]}""";

    private final PrintStream out = System.out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger papers = new AtomicInteger();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Stand stand;
    private final String authorization;

    private AbuseBench(Stand stand) {
        this.stand = stand;
        String pair = "portal:" + stand.credentials().getProperty("portal");
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** @param arguments the folder for the archive's data, emptied before */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PrivateFiles.remove(home);
        boolean isSound;
        try (Stand stand =
                Stand.start(StandSettings.forTests(home).withServerArguments("-XX:-DisableAttachMechanism"))) {
            isSound = new AbuseBench(stand).run();
        }
        if (!isSound) {
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        Clients.run(HONEST, QUIET_UPLOADS / 2, number -> honest());
        drain();
        long parsers = Remains.parsers(stand);
        long heap = heap();
        Clients.Outcome quiet = Clients.run(HONEST, QUIET_UPLOADS, number -> honest());
        Thread abuse = new Thread(this::attack);
        abuse.start();
        long[] waits = whileRunning(abuse);
        drain();
        out.println("| | p50 | p99 | uploads |");
        out.println("|---|---|---|---|");
        out.printf("| quiet | %.0f ms | %.0f ms | %d |%n", quiet.millis(0.5), quiet.millis(0.99), quiet.nanos().length);
        Clients.Outcome abused = new Clients.Outcome(Duration.ZERO, waits);
        out.printf("| under abuse | %.0f ms | %.0f ms | %d |%n", abused.millis(0.5), abused.millis(0.99), waits.length);
        out.printf("ratio of p99: %.2f (aim 2)%n", abused.millis(0.99) / quiet.millis(0.99));
        answers.forEach((answer, count) -> out.printf("%s: %d%n", answer, count.get()));
        out.printf(
                "heap that lives: %d MiB before, %d MiB after; parsers: %d before, %d after%n",
                heap >> 20, heap() >> 20, parsers, Remains.parsers(stand));
        return answers.keySet().stream().noneMatch(answer -> answer.contains(" 5"));
    }

    /** The honest go on for as long as the others do. */
    private long[] whileRunning(Thread abuse) throws InterruptedException {
        List<Long> waits = Collections.synchronizedList(new ArrayList<>());
        Clients.run(HONEST, HONEST, number -> {
            while (abuse.isAlive()) {
                long began = System.nanoTime();
                honest();
                waits.add(System.nanoTime() - began);
            }
        });
        long[] sorted = waits.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void attack() {
        try {
            Clients.run(HOSTILE_CLIENTS, HOSTILE_UPLOADS, number -> hostile(Hostile.of(number)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void honest() throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/applications/" + lodged() + "/documents?kind=passport")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray(Papers.paper(papers.incrementAndGet())))
                .build();
        count("honest", http.send(request, BodyHandlers.ofString()));
    }

    private void hostile(Hostile one) throws IOException, InterruptedException {
        String boundary = "x-" + one.hashCode();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + one.fileName() + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(one.bytes());
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = request("/api/v1/applications/" + lodged() + "/documents?kind=evidence")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        count(one.sort(), http.send(request, BodyHandlers.ofString()));
    }

    private String lodged() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/api/v1/applications")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(LODGED))
                        .build(),
                BodyHandlers.ofString());
        Matcher number = Pattern.compile("\"number\":\"([^\"]+)\"").matcher(answer.body());
        if (!number.find()) {
            count("lodging", answer);
            throw new IllegalStateException("nothing was lodged: " + answer.body());
        }
        return number.group(1);
    }

    private void count(String who, HttpResponse<String> answer) {
        answers.computeIfAbsent(who + " " + answer.statusCode(), any -> new AtomicInteger())
                .incrementAndGet();
    }

    /** Until nothing waits for a parser. */
    private void drain() throws Exception {
        long until = System.nanoTime() + DRAINED_WITHIN.toNanos();
        while (waiting() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("documents still wait after " + DRAINED_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private long waiting() throws SQLException {
        try (Connection database = stand.ownerDatabase().connect();
                Statement question = database.createStatement();
                ResultSet answer = question.executeQuery(
                        "select count(*) from archive.scheduled_tasks where task_name = 'read-by-machine'")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Bytes of the server's heap that live, after a full collection. */
    private long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd says nothing of the heap");
        }
        return Long.parseLong(used.group(1)) << 10;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(stand.pid(Part.SERVER)), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(stand.api().resolve(path)).header("Authorization", authorization);
    }
}
