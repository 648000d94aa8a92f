package muhafiz.api.consent;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.service.consent.Consents;
import muhafiz.service.consent.Subscription;

/** Who asked to be sent something, and where. */
@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionResource {
    private final Consents consents;

    @Inject
    public SubscriptionResource(Consents consents) {
        this.consents = consents;
    }

    @SuppressWarnings("NullAway")
    public SubscriptionResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Shown list(@BeanParam Asking asking, @BeanParam Stated stated, @BeanParam Paging paging) {
        List<Subscription> page =
                consents.subscriptions(asking.account(), paging.after(), paging.limit(), stated.why());
        return new Shown(page, paging.limit());
    }

    /** A page of them. */
    record Shown(List<Subscription> items, int limit) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(items.stream().map(Item::new).toList()))
                    .add("next", Shape.text(Paging.next(items, limit, Subscription::id)))
                    .build();
        }
    }

    private record Item(Subscription subscription) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", subscription.id().toString())
                    .add("purpose", subscription.purpose())
                    .add("language", subscription.language())
                    .add("email", Shape.text(subscription.email()))
                    .add("givenAt", subscription.givenAt().toString())
                    .add("validUntil", Shape.text(subscription.validUntil()))
                    .build();
        }
    }
}
