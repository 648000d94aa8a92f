package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.service.audit.Listings;
import org.jspecify.annotations.Nullable;

/** All entries about one person, as outsiders can check them. */
@Path("/log/listings/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ListingResource {
    private final Listings listings;

    @Inject
    public ListingResource(Listings listings) {
        this.listings = listings;
    }

    @SuppressWarnings("NullAway")
    public ListingResource() { // for RESTEasy
        this(null);
    }

    @GET
    public String listing(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @PathParam("id") String id,
            @QueryParam("decision") @Nullable String decision) {
        return listings.listing(
                asking.account(), RandomId.of(id), Optional.ofNullable(decision).map(RandomId::of), stated.why());
    }
}
