package muhafiz.itest.stand;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Documents in parts (tus 1.0), as one sender.
 *
 * @param as headers of every request, name, value, name, value
 */
public record Tus(Client client, String... as) {
    public static final String UPLOADS = "/api/v1/uploads";
    public static final String PART = "application/offset+octet-stream";

    /** Fails unless the upload is begun. @return where it is */
    public String begun(Lodged lodged, String kind, long length, String... headers) {
        return begin(lodged, kind, length, headers)
                .require(201)
                .header("Location")
                .orElseThrow();
    }

    public Answer begin(Lodged lodged, String kind, long length, String... headers) {
        String[] more = with(headers, "Upload-Length", Long.toString(length));
        return client.send(client.request(UPLOADS + "?application=" + lodged.number() + "&kind=" + kind, more)
                .POST(BodyPublishers.noBody())
                .build());
    }

    public Answer look(String upload) {
        return client.head(upload, with());
    }

    /** Fails unless the upload is there. */
    public long offset(String upload) {
        return Long.parseLong(look(upload).require(200).header("Upload-Offset").orElseThrow());
    }

    public Answer append(String upload, long offset, byte[] bytes, String... headers) {
        String[] more = with(headers, "Upload-Offset", Long.toString(offset));
        return client.send("PATCH", upload, PART, BodyPublishers.ofByteArray(bytes), more);
    }

    public Answer end(String upload) {
        return client.send(client.request(upload, with()).DELETE().build());
    }

    /** Headers of a request of this sender. */
    public String[] with(String[] some, String... others) {
        return Stream.of(
                        Arrays.stream(as),
                        Stream.of("Tus-Resumable", "1.0.0"),
                        Arrays.stream(some),
                        Arrays.stream(others))
                .flatMap(one -> one)
                .toArray(String[]::new);
    }

    private String[] with() {
        return with(new String[0]);
    }
}
