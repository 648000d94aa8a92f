package muhafiz.api.request;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.request.Received;
import muhafiz.service.request.Requests;
import org.jspecify.annotations.Nullable;

/** The register of requests. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private static final String OPEN = "open";

    private final Requests requests;

    @Inject
    public RequestResource(Requests requests) {
        this.requests = requests;
    }

    @SuppressWarnings("NullAway")
    public RequestResource() { // for RESTEasy
        this(null);
    }

    /** @param application whose access code the call carries, where it carries one */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response lodge(
            @BeanParam Asking asking, @QueryParam("application") @Nullable String application, InputStream body)
            throws IOException {
        Optional<String> number = Optional.ofNullable(application);
        Caller caller = number.map(asking::accountOrOwnerOf).orElseGet(asking::account);
        Received received = requests.lodge(caller, RequestForm.read(RequestForm.members(body), caller, number));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/requests/" + received.number())
                .entity(new Lodged(received))
                .build();
    }

    /** What whoever lodged a request takes home. */
    record Lodged(Received received) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", received.number())
                    .add("refuseBy", Shape.text(received.refuseBy()))
                    .add("answerBy", Shape.text(received.answerBy()))
                    .add("warnings", Shape.texts(received.warnings()))
                    .build();
        }
    }

    @GET
    public ShownRequests list(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @BeanParam Paging paging,
            @QueryParam("state") @Nullable String state) {
        Caller caller = asking.account();
        Optional<RequestState> wanted = Optional.ofNullable(state)
                .filter(word -> !word.equals(OPEN))
                .map(word -> RequestState.of(word).orElseThrow(RequestResource::noState));
        return new ShownRequests(
                requests.list(caller, wanted, paging.after(), paging.limit(), stated.why()), paging.limit());
    }

    @GET
    @Path("{number}")
    public ShownRequest view(@PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownRequest(requests.view(asking.account(), number, stated.why()));
    }

    @POST
    @Path("{number}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRequest identity(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("level", "method", "subjects"));
        Set<UUID> persons = new TreeSet<>();
        form.listOfTexts("subjects").forEach(id -> persons.add(RandomId.of(id)));
        Assurance level = Assurance.valueOf(form.oneOf("level", Set.of("L0", "L1", "L2")));
        return new ShownRequest(
                requests.identify(caller, number, new Requests.Identity(level, form.text("method"), persons)));
    }

    @POST
    @Path("{number}/proof-request")
    public ShownRequest proof(@PathParam("number") String number, @BeanParam Asking asking) {
        return new ShownRequest(requests.askForProof(asking.account(), number));
    }

    @POST
    @Path("{number}/third-party")
    public ShownRequest thirdParty(@PathParam("number") String number, @BeanParam Asking asking) {
        return new ShownRequest(requests.extend(asking.account(), number, Requests.THIRD_PARTY, RequestState.WAITING));
    }

    @POST
    @Path("{number}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRequest extension(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        String ground = JsonBody.read(body, Set.of("ground")).text("ground");
        return new ShownRequest(requests.extend(caller, number, ground, RequestState.WAITING));
    }

    @POST
    @Path("{number}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRequest decision(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("outcome", "ground", "explanation", "withheld"));
        RequestOutcome outcome = RequestOutcome.of(form.oneOf(
                        "outcome",
                        Arrays.stream(RequestOutcome.values())
                                .map(RequestOutcome::code)
                                .collect(Collectors.toSet())))
                .orElseThrow();
        Set<UUID> withheld = new TreeSet<>();
        form.listOfTexts("withheld").forEach(id -> withheld.add(RandomId.of(id)));
        return new ShownRequest(requests.decide(
                caller,
                number,
                new Requests.Ruling(outcome, form.maybeText("ground"), form.maybeText("explanation"), withheld)));
    }

    /** @param body to whom it belongs */
    @POST
    @Path("{number}/forwarding")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRequest forwarding(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        String to = JsonBody.read(body, Set.of("to")).text("to");
        return new ShownRequest(requests.close(caller, number, RequestOutcome.FORWARDED, Optional.of(to)));
    }

    @POST
    @Path("{number}/withdrawal")
    public ShownRequest withdrawal(@PathParam("number") String number, @BeanParam Asking asking) {
        return new ShownRequest(requests.close(asking.account(), number, RequestOutcome.WITHDRAWN, Optional.empty()));
    }

    @POST
    @Path("{number}/delivery")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRequest delivery(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        String method = JsonBody.read(body, Set.of("method")).text("method");
        return new ShownRequest(requests.deliver(caller, number, method));
    }

    /** What was destroyed because of it, as far as it is proved. */
    @GET
    @Path("{number}/certificate")
    public Response certificate(
            @PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated) {
        return Response.ok(requests.certificate(asking.account(), number, stated.why()))
                .build();
    }

    private static RefusedException noState() {
        return new RefusedException(
                Refusal.MALFORMED,
                "state must be one of open, "
                        + Arrays.stream(RequestState.values())
                                .map(RequestState::code)
                                .collect(Collectors.joining(", ")),
                Map.of("member", "state"));
    }
}
