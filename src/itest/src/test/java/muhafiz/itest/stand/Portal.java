package muhafiz.itest.stand;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What the portal does for applicants. */
public record Portal(Client client) {
    private static final String BOUNDARY = "part-of-an-upload-3f1c";

    /** Lodges an application (see {@link Forms}); fails unless it is received. */
    public Lodged lodge(String form) {
        return Lodged.of(client.post("/api/v1/applications", form, "On-Behalf-Of", "cabinet-1", "Assurance", "L2"));
    }

    public Answer view(Lodged lodged) {
        return client.get(lodged.path(), "On-Behalf-Of", "cabinet-1", "Assurance", "L2");
    }

    /** Sends a document as the request's body. */
    public Answer upload(Lodged lodged, String kind, Sample sample, String... headers) {
        return client.post(path(lodged, kind), sample.mediaType(), sample.bytes(), headers);
    }

    /** Sends a document as the form part {@code file}. */
    public Answer uploadAsForm(Lodged lodged, String kind, String fileName, Sample sample, String... headers) {
        String[] all = Stream.concat(
                        Stream.of(headers), Stream.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY))
                .toArray(String[]::new);
        return client.send(client.request(path(lodged, kind), all)
                .POST(BodyPublishers.ofByteArray(form(fileName, sample)))
                .build());
    }

    /** Sends a document and answers its id; fails unless it is received. */
    public String uploaded(Lodged lodged, String kind, Sample sample) {
        return upload(lodged, kind, sample).require(201).json().getString("id");
    }

    private static String path(Lodged lodged, String kind) {
        return lodged.path() + "/documents?kind=" + kind;
    }

    private static byte[] form(String fileName, Sample sample) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + sample.mediaType() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(sample.bytes());
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
