package muhafiz.api.problem;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.api.json.Shape;
import muhafiz.service.Flaw;

/**
 * A problem (RFC 9457).
 *
 * @param kind what kind of problem: its code, status and title
 * @param detail one sentence for the caller, without personal data
 * @param members further members, such as {@code detected} or {@code limit}
 * @param flaws what is wrong in the text that was sent, place by place: the member {@code problems}
 * @param headers what the answer's head says beside the content type, such as {@code Retry-After}
 */
public record Problem(
        ProblemKind kind, String detail, Map<String, String> members, List<Flaw> flaws, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:muhafiz:problem:";

    public Problem {
        members = new TreeMap<>(members);
        flaws = List.copyOf(flaws);
        headers = new TreeMap<>(headers);
    }

    public Problem(ProblemKind kind, String detail) {
        this(kind, detail, Map.of(), List.of(), Map.of());
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Problem(kind, detail, members, flaws, more);
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
        if (!flaws.isEmpty()) {
            body.add("problems", Shape.list(flaws.stream().map(Shown::new).toList()));
        }
        return body.build();
    }

    private record Shown(Flaw flaw) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("line", flaw.line())
                    .add("path", flaw.path())
                    .add("message", flaw.message())
                    .build();
        }
    }

    /** The same as it is sent: JSON in UTF-8. */
    public byte[] body(String operation) {
        return json(operation).toString().getBytes(StandardCharsets.UTF_8);
    }
}
