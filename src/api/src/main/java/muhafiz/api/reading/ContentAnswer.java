package muhafiz.api.reading;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.Map;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.Attachment;
import muhafiz.api.http.ByteRange;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.reading.OpenedContent;

/** Builds the answer to one reading (RFC 9110 §13.2.2: preconditions first, the range last). */
final class ContentAnswer {
    private final OpenedContent content;
    private final Conditions conditions;
    private final String tag;

    ContentAnswer(OpenedContent content, Conditions conditions) {
        this.content = content;
        this.conditions = conditions;
        this.tag = "\"" + content.version() + "\"";
    }

    Response withBody(Bodies bodies) {
        return answer((head, part) -> head.entity(body(bodies, part)));
    }

    /** The same head without a body; its Content-Length is that of the body that GET would have sent. */
    Response headOnly() {
        return answer((head, part) -> head);
    }

    private interface Finish {
        ResponseBuilder finish(ResponseBuilder head, ByteRange.Part part);
    }

    private Response answer(Finish finish) {
        if (conditions.isFailed(tag)) {
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        }
        if (conditions.isHeld(tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return ranged(conditions.range(tag, content.length()), finish);
    }

    private Response ranged(ByteRange range, Finish finish) {
        long length = content.length();
        if (range instanceof ByteRange.Part part) {
            ResponseBuilder head = head(206, part).header("Content-Range", part.contentRange(length));
            return finish.finish(head, part).build();
        }
        if (range instanceof ByteRange.Unsatisfiable none) {
            throw new RefusedException(
                    Refusal.RANGE_NOT_SATISFIABLE,
                    "the document has " + length + " bytes",
                    Map.of("length", Long.toString(length)));
        }
        ByteRange.Part whole = new ByteRange.Part(0, length);
        return finish.finish(head(200, whole), whole).build();
    }

    private ResponseBuilder head(int status, ByteRange.Part part) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, content.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, part.toExclusive() - part.from())
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(content.fileName()));
    }

    private StreamingOutput body(Bodies bodies, ByteRange.Part part) {
        return raw -> {
            try (OutputStream paced = bodies.out(raw)) {
                content.write(part.from(), part.toExclusive(), paced);
            }
        };
    }
}
