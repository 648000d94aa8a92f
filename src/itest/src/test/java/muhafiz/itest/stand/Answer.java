package muhafiz.itest.stand;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** What the archive answered. */
public record Answer(String question, int status, HttpHeaders headers, byte[] body) {
    private static final int SHOWN = 2000;

    static Answer of(HttpResponse<byte[]> response) {
        String question =
                response.request().method() + " " + response.request().uri().getPath();
        return new Answer(question, response.statusCode(), response.headers(), response.body());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        }
    }

    /** The header's first value; empty where it is absent. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The code at the end of a problem's type (RFC 9457). */
    public String problem() {
        String type = json().getString("type");
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    /** Fails unless this is the status; answers itself. */
    public Answer require(int expected) {
        Assertions.assertThat(status).as(this::toString).isEqualTo(expected);
        return this;
    }

    /** Fails unless this is a problem of that status and code. */
    public Answer requireProblem(int expected, String code) {
        require(expected);
        Assertions.assertThat(problem()).as(this::toString).isEqualTo(code);
        return this;
    }

    @Override
    public String toString() {
        String shown = text();
        return question + " -> " + status + " " + shown.substring(0, Math.min(SHOWN, shown.length()));
    }
}
