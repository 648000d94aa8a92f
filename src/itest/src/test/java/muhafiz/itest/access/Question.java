package muhafiz.itest.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;

/**
 * One HTTP call that can be made by anybody and in several ways. Immutable.
 *
 * @param headers name, value, name, value
 * @param mediaType of the body; empty text where there is none
 */
record Question(Client client, String method, String path, List<String> headers, String mediaType, byte[] body) {
    static Question get(Client client, String path) {
        return new Question(client, "GET", path, List.of(), "", new byte[0]);
    }

    static Question post(Client client, String path, String json) {
        return new Question(client, "POST", path, List.of(), "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Question by(Client other) {
        return new Question(other, method, path, headers, mediaType, body);
    }

    Question at(String otherPath) {
        return new Question(client, method, otherPath, headers, mediaType, body);
    }

    Question as(String otherMethod) {
        return new Question(client, otherMethod, path, headers, mediaType, body);
    }

    Question with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Question(client, method, path, more, mediaType, body);
    }

    /** The same with another value of a header that it has. */
    Question insteadOf(String name, String value) {
        List<String> changed = new ArrayList<>(headers);
        changed.set(headers.indexOf(name) + 1, value);
        return new Question(client, method, path, changed, mediaType, body);
    }

    Question typed(String otherType) {
        return new Question(client, method, path, headers, otherType, body);
    }

    Question saying(String text) {
        return saying(text.getBytes(StandardCharsets.UTF_8));
    }

    Question saying(byte[] otherBody) {
        return new Question(client, method, path, headers, mediaType, otherBody);
    }

    Answer ask() {
        var request = client.request(path, headers.toArray(String[]::new))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return client.send((mediaType.isEmpty() ? request : request.header("Content-Type", mediaType)).build());
    }

    /** Sends the head and so much of the body over a connection of its own. */
    OpenCall begin(int bytes) {
        Stream<String> own = Stream.of("Content-Length", Integer.toString(body.length));
        Stream<String> type = mediaType.isEmpty() ? Stream.of() : Stream.of("Content-Type", mediaType);
        String[] all =
                Stream.of(headers.stream(), own, type).flatMap(one -> one).toArray(String[]::new);
        return OpenCall.begin(client, method, path, all).send(Arrays.copyOf(body, bytes));
    }

    OpenCall begin() {
        return begin(body.length);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
