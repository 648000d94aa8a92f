package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.service.amendment.Notices;
import muhafiz.service.amendment.Notices.Notice;
import org.jspecify.annotations.Nullable;

/** What the public is told of changes of the policy, for anyone; that it is told is said by the portal. */
@Path("/api/v1/policy/notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
    private final Notices notices;

    @Inject
    public NoticeResource(Notices notices) {
        this.notices = notices;
    }

    @SuppressWarnings("NullAway")
    public NoticeResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Response all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String language = Language.of(Optional.ofNullable(wanted));
        return Response.ok(new All(notices.all(), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Said by the portal as soon as a page or a cabinet shows it. */
    @POST
    @Path("{id}/shown")
    public Seen shown(@PathParam("id") String id, @BeanParam Asking asking) {
        return new Seen(notices.shown(asking.account(), RandomId.of(id)));
    }

    /** The notices, newest first. */
    record All(List<Notice> notices, String language) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add(
                            "items",
                            Shape.list(notices.stream()
                                    .map(one -> new Shown(one, language))
                                    .toList()))
                    .add("next", JsonValue.NULL)
                    .build();
        }
    }

    private record Shown(Notice notice, String language) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", notice.id().toString())
                    .add("version", notice.of().policy().version())
                    .add("material", notice.of().policy().meta().material())
                    .add("publishedAt", Shape.text(notice.of().publishedAt()))
                    .add("inForceFrom", notice.of().inForceFrom().toString())
                    .add("firstShownAt", Shape.text(notice.firstShownAt()))
                    .add("text", ChangeNotice.text(notice.of(), language))
                    .add("changes", ShownChange.all(notice.changes()))
                    .build();
        }
    }

    /** When it was shown for the first time. */
    record Seen(Instant firstShownAt) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("firstShownAt", firstShownAt.toString())
                    .build();
        }
    }
}
