package muhafiz.api.reading;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.function.Supplier;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.Attachment;
import muhafiz.api.http.ByteRange;
import muhafiz.api.visit.Visit;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.reading.OpenedContent;

/** Builds the answer to one reading (RFC 9110 §13.2.2: preconditions first, the range last). */
final class ContentAnswer {
    private final OpenedContent content;
    private final Conditions conditions;
    private final Visit visit;
    private final String tag;

    ContentAnswer(OpenedContent content, Conditions conditions, Visit visit) {
        this.content = content;
        this.conditions = conditions;
        this.visit = visit;
        this.tag = "\"" + content.version() + "\"";
    }

    Response withBody(Bodies bodies) {
        return checked(() -> ranged(bodies));
    }

    /** The head of the whole: a range means something to GET alone (§14.2). */
    Response headOnly() {
        return checked(() -> head(200, whole()));
    }

    private Response checked(Supplier<ResponseBuilder> answer) {
        if (conditions.isFailed(tag)) {
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        }
        if (conditions.isHeld(tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return answer.get().build();
    }

    private ResponseBuilder ranged(Bodies bodies) {
        long length = content.length();
        ByteRange range = conditions.range(tag, length);
        if (range instanceof ByteRange.Part part) {
            return head(206, part)
                    .header("Content-Range", part.contentRange(length))
                    .entity(body(bodies, part));
        }
        if (range instanceof ByteRange.Unsatisfiable) {
            throw new RefusedException(
                    Refusal.RANGE_NOT_SATISFIABLE,
                    "the document has " + length + " bytes",
                    Map.of("length", Long.toString(length)));
        }
        return head(200, whole()).entity(body(bodies, whole()));
    }

    private ByteRange.Part whole() {
        return new ByteRange.Part(0, content.length());
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
        return raw -> bodies.send(visit, raw, out -> content.write(part.from(), part.toExclusive(), out));
    }
}
