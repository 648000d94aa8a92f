package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.disposition.PreNotice;
import muhafiz.service.disposition.PreNotices;
import org.jspecify.annotations.Nullable;

/** What units are told before their files end. */
@Path("/api/v1/pre-notices")
@Produces(MediaType.APPLICATION_JSON)
public class PreNoticeResource {
    private final PreNotices notices;

    @Inject
    public PreNoticeResource(PreNotices notices) {
        this.notices = notices;
    }

    @SuppressWarnings("NullAway")
    public PreNoticeResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Shown list(
            @BeanParam Asking asking,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Caller caller = asking.account();
        PreNotices.Page page = notices.page(caller, Optional.ofNullable(after).map(RandomId::of), PageLimit.of(limit));
        return new Shown(page);
    }

    /** A page as the contract shows it. */
    record Shown(PreNotices.Page page) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(page.items().stream().map(One::new).toList()))
                    .add("next", Shape.text(page.next()))
                    .build();
        }
    }

    private record One(PreNotice notice) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", notice.id().toString())
                    .add("number", notice.number())
                    .add("unit", notice.unit())
                    .add("rule", notice.rule())
                    .add("endsOn", notice.endsOn().toString())
                    .add("toldAt", notice.toldAt().toString())
                    .build();
        }
    }
}
