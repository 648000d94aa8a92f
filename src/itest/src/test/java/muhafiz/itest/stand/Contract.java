package muhafiz.itest.stand;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * The contract as the running archive publishes it (OpenAPI 3.1). Every answer that tests get is held against it.
 *
 * @param document as JSON
 */
public record Contract(JsonObject document) {
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    /** Published operations in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(
                                operation(method, path, item.asJsonObject().getJsonObject(method)))));
        return operations;
    }

    private Operation operation(String method, String path, JsonObject what) {
        return new Operation(
                what.getString("operationId", ""),
                method.toUpperCase(Locale.ROOT),
                path,
                what.getJsonObject("responses"),
                what.containsKey("security") && what.getJsonArray("security").isEmpty());
    }

    /**
     * One operation.
     *
     * @param path with its parameters in braces
     * @param responses by status
     * @param isPublic whether strangers are answered
     */
    public record Operation(String id, String method, String path, JsonObject responses, boolean isPublic) {
        boolean isMeantBy(String otherMethod, String otherPath) {
            String pattern = Arrays.stream(path.split("/"))
                    .map(segment -> segment.startsWith("{") ? "[^/]+" : segment.replace(".", "\\."))
                    .collect(Collectors.joining("/"));
            return method.equals(otherMethod) && otherPath.matches(pattern);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The operation that a request means; empty where none is published. */
    public Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.isMeantBy(method, path))
                .findFirst();
    }

    /** Fails where an answer has a status or a media type that its operation does not publish. */
    void hold(String method, String path, Answer answer) {
        operation(method, path).ifPresent(operation -> {
            String status = Integer.toString(answer.status());
            Assertions.assertThat(operation.responses().keySet())
                    .as("published statuses of %s", answer)
                    .contains(status);
            answer.header("Content-Type")
                    .filter(type -> answer.body().length > 0)
                    .ifPresent(type -> Assertions.assertThat(mediaTypes(operation, status))
                            .as("published media types of %s", answer)
                            .anyMatch(published -> covers(published, type)));
        });
    }

    private static boolean covers(String published, String type) {
        String bare = type.replaceAll(";.*", "").trim();
        return published.equals("*/*")
                || published.equals(bare)
                || (published.endsWith("/*") && bare.startsWith(published.substring(0, published.length() - 1)));
    }

    private Set<String> mediaTypes(Operation operation, String status) {
        JsonObject response = operation.responses().getJsonObject(status);
        JsonObject resolved = response.containsKey("$ref") ? at(response.getString("$ref")) : response;
        return resolved.containsKey("content")
                ? new TreeSet<>(resolved.getJsonObject("content").keySet())
                : Set.of();
    }

    private JsonObject at(String reference) {
        JsonValue value = document;
        for (String name : reference.substring("#/".length()).split("/")) {
            value = value.asJsonObject().get(name);
        }
        return value.asJsonObject();
    }
}
