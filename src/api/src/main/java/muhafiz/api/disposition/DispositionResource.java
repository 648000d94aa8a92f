package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.service.caller.Caller;
import muhafiz.service.disposition.Approvals;
import muhafiz.service.disposition.DispositionView;
import muhafiz.service.disposition.Dispositions;
import muhafiz.service.disposition.Proposals;
import org.jspecify.annotations.Nullable;

/** Frozen lists of what is to be disposed of, and the word of those who approve them. */
@Path("/api/v1/dispositions")
@Produces(MediaType.APPLICATION_JSON)
public class DispositionResource {
    private final Proposals proposals;
    private final Approvals approvals;
    private final Dispositions dispositions;

    @Inject
    public DispositionResource(Proposals proposals, Approvals approvals, Dispositions dispositions) {
        this.proposals = proposals;
        this.approvals = approvals;
        this.dispositions = dispositions;
    }

    @SuppressWarnings("NullAway")
    public DispositionResource() { // for RESTEasy
        this(null, null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("asOf", "classes", "atOnce", "copiesStated"));
        UUID id = proposals.propose(
                caller,
                new Proposals.Proposal(
                        form.date("asOf"),
                        new HashSet<>(form.listOfTexts("classes")),
                        form.claims("atOnce"),
                        form.claims("copiesStated")));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/dispositions/" + id)
                .entity(shown(caller, id))
                .build();
    }

    @GET
    @Path("{id}")
    public ShownDisposition view(
            @BeanParam Asking asking,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Caller caller = asking.account();
        Optional<UUID> last = Optional.ofNullable(after).map(RandomId::of);
        return new ShownDisposition(dispositions.view(caller, RandomId.of(id), last, PageLimit.of(limit)));
    }

    /** Answers with the disposition as it stands then; with the second word the destruction begins. */
    @POST
    @Path("{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownDisposition approve(@BeanParam Asking asking, @PathParam("id") String id, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("digest"));
        approvals.approve(caller, RandomId.of(id), form.text("digest"));
        return shown(caller, RandomId.of(id));
    }

    private ShownDisposition shown(Caller caller, UUID id) {
        DispositionView view = dispositions.view(caller, id, Optional.empty(), PageLimit.USUAL);
        return new ShownDisposition(view);
    }
}
