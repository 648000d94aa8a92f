package muhafiz.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads to and downloads from the archive over HTTP, as the portal and an officer do. */
final class ArchiveLoad {
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String LODGED = """
            {"service":"WP","unit":"RD-1","channel":"portal","parties":[{"role":"applicant","surname":"Bench",
            "givenNames":"Case","birthDate":"1990-05-01","nationality":"TUR","documentNumber":"U@"}]}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final Properties passwords;
    private final List<String> numbers = new ArrayList<>();
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();

    ArchiveLoad(URI api, Properties passwords) {
        this.api = api;
        this.passwords = passwords;
    }

    void open(int cases) throws IOException, InterruptedException {
        for (int one = 0; one < cases; one++) {
            HttpRequest request = as("portal", "/api/v1/applications")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(LODGED.replace("@", Integer.toString(one))))
                    .build();
            numbers.add(first(NUMBER, text(request, 201)));
        }
    }

    /** One document into one of the cases; returns when the receipt is here. */
    void upload(int number, byte[] paper) throws IOException, InterruptedException {
        String path =
                "/api/v1/applications/" + numbers.get(number % numbers.size()) + "/documents?kind=application_form";
        HttpRequest request = as("portal", path)
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray(paper))
                .build();
        ids.put(number, first(ID, text(request, 201)));
    }

    /** One document back, all its bytes. */
    void download(int number) throws IOException, InterruptedException {
        HttpRequest request = as("officer", "/api/v1/documents/" + ids.get(number) + "/content?purpose=P-SERVICE")
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.body().length != Papers.BYTES) {
            throw new IllegalStateException("a download answered " + answer.statusCode());
        }
    }

    private String text(HttpRequest request, int wanted) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException("the archive answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder as(String user, String path) {
        String pair = user + ":" + passwords.getProperty(user);
        return HttpRequest.newBuilder(api.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("an answer lacks what was looked for");
        }
        return matcher.group(1);
    }
}
