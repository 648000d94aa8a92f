package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import muhafiz.api.access.Asking;
import muhafiz.api.json.Shape;
import muhafiz.service.casefile.AccessCodes;

/** Access codes: a lost one is replaced, never shown again. */
@Path("/api/v1/applications/{number}/access-codes")
@Produces(MediaType.APPLICATION_JSON)
public class AccessCodeResource {
    private final AccessCodes codes;

    @Inject
    public AccessCodeResource(AccessCodes codes) {
        this.codes = codes;
    }

    @SuppressWarnings("NullAway")
    public AccessCodeResource() { // for RESTEasy
        this(null);
    }

    /** No body is needed; the old code is void at once. */
    @POST
    public Response replace(@PathParam("number") String number, @BeanParam Asking asking) {
        String code = codes.replace(asking.account(), number);
        return Response.status(Response.Status.CREATED)
                .entity(new NewCode(number, code))
                .build();
    }

    /** The new code, shown this once. */
    record NewCode(String number, String accessCode) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", number)
                    .add("accessCode", accessCode)
                    .build();
        }
    }
}
