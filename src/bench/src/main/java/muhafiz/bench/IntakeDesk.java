package muhafiz.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.bench.IntakeRun.Ending;

/**
 * Brings a file as the portal does: a mail as a letter, anything else as a passport of a case of its own; and what no passport can be, as
 * evidence.
 */
final class IntakeDesk {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int TYPE_NOT_ACCEPTED = 415;
    private static final int OWN_FAULT = 500;
    private static final String LODGED = """
            {"service":"WP","unit":"RD-1","channel":"portal","parties":[{"role":"applicant","surname":"Bench",
            "givenNames":"Case","birthDate":"1990-05-01","nationality":"TUR","documentNumber":"U1234567"}]}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final Properties passwords;

    IntakeDesk(URI api, Properties passwords) {
        this.api = api;
        this.passwords = passwords;
    }

    Ending take(Path file) throws IOException, InterruptedException {
        return ending(file).equals("eml") ? letter(file) : paper(file);
    }

    private Ending letter(Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/v1/letters?kind=application", "message/rfc822", file(file));
        boolean isDefinite = answer.statusCode() < OWN_FAULT;
        String how = answer.statusCode() == 201 ? "received as a letter" : refused(answer);
        return new Ending(file, "message/rfc822", how, isDefinite);
    }

    private Ending paper(Path file) throws IOException, InterruptedException {
        String number =
                member(post("/api/v1/applications", "application/json", BodyPublishers.ofString(LODGED)), "number");
        String papers = "/api/v1/applications/" + number + "/documents?kind=";
        HttpResponse<String> answer = post(papers + "passport", "application/octet-stream", file(file));
        String prefix = "";
        if (answer.statusCode() == TYPE_NOT_ACCEPTED) {
            prefix = "no passport; as evidence ";
            answer = post(papers + "evidence", "application/octet-stream", file(file));
        }
        if (answer.statusCode() != 201) {
            return new Ending(file, ending(file), prefix + refused(answer), answer.statusCode() < OWN_FAULT);
        }
        return read(file, member(answer, "id"), prefix);
    }

    private Ending read(Path file, String id, String prefix) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            HttpResponse<String> seen = http.send(
                    as("officer", "/api/v1/documents/" + id + "?purpose=P-SERVICE")
                            .build(),
                    BodyHandlers.ofString());
            String state = member(seen, "state");
            if (!state.equals("received")) {
                String reasons = text(seen, "\"reasons\":\\[([^\\]]*)\\]").replace("\"", "");
                String how = prefix + state + (reasons.isEmpty() ? "" : " (" + reasons + ")");
                return new Ending(file, member(seen, "mediaType"), how, true);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return new Ending(file, ending(file), prefix + "still received after " + PATIENCE, false);
    }

    private static String refused(HttpResponse<String> answer) {
        String code = Optional.of(text(answer, "\"type\":\"[^\"]*[/:]([^\"/:]+)\""))
                .filter(word -> !word.isEmpty())
                .orElse("no code");
        return "refused " + answer.statusCode() + " (" + code + ")";
    }

    private HttpResponse<String> post(String path, String mediaType, BodyPublisher body)
            throws IOException, InterruptedException {
        return http.send(
                as("portal", path).header("Content-Type", mediaType).POST(body).build(), BodyHandlers.ofString());
    }

    private static BodyPublisher file(Path file) throws FileNotFoundException {
        return BodyPublishers.ofFile(file);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String member(HttpResponse<String> answer, String name) {
        String found = text(answer, "\"" + name + "\":\"([^\"]*)\"");
        if (found.isEmpty()) {
            throw new IllegalStateException("the archive answered " + answer.statusCode() + " without " + name);
        }
        return found;
    }

    private static String text(HttpResponse<String> answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer.body());
        return matcher.find() ? matcher.group(1) : "";
    }

    private HttpRequest.Builder as(String user, String path) {
        String pair = user + ":" + passwords.getProperty(user);
        return HttpRequest.newBuilder(api.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
