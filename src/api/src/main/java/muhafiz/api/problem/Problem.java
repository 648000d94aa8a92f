package muhafiz.api.problem;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.api.json.Shape;

/**
 * A problem (RFC 9457).
 *
 * @param kind what kind of problem: its code, status and title
 * @param detail one sentence for the caller, without personal data
 * @param members further members, such as {@code detected} or {@code limit}
 * @param headers what the answer's head says beside the content type, such as {@code Retry-After}
 */
public record Problem(ProblemKind kind, String detail, Map<String, String> members, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:muhafiz:problem:";

    public Problem {
        members = new TreeMap<>(members);
        headers = new TreeMap<>(headers);
    }

    public Problem(ProblemKind kind, String detail) {
        this(kind, detail, Map.of(), Map.of());
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Problem(kind, detail, members, more);
    }

    /** @param operation the id under which log and problem find each other */
    public JsonObject json(String operation) {
        JsonObjectBuilder body = Shape.JSON
                .createObjectBuilder()
                .add("type", TYPE + kind.code())
                .add("status", kind.status())
                .add("title", kind.title())
                .add("detail", detail)
                .add("instance", "urn:uuid:" + operation);
        members.forEach(body::add);
        return body.build();
    }

    /** The same as it is sent: JSON in UTF-8. */
    public byte[] body(String operation) {
        return json(operation).toString().getBytes(StandardCharsets.UTF_8);
    }
}
