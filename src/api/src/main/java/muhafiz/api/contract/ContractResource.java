package muhafiz.api.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import muhafiz.api.json.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The contract as OpenAPI 3.1, word for word as it is held against the resources. The platform's own publisher is off: it loses
 * {@code security: []} and {@code required}, and lets pages of every site read with credentials.
 */
@Path("/openapi")
public class ContractResource {
    /** RFC 9512. */
    private static final String YAML = "application/yaml";

    /** As it is written; as JSON where {@code Accept} prefers it, or for {@code format=JSON}. */
    @GET
    @Produces({YAML, MediaType.APPLICATION_JSON})
    public Response document(@QueryParam("format") @Nullable String format, @Context Request request) {
        Variant preferred =
                request.selectVariant(Variant.mediaTypes(MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE)
                        .build());
        boolean isJson = format == null
                ? preferred != null && preferred.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE)
                : format.equalsIgnoreCase("json");
        if (isJson) {
            Shape document = Contract::json;
            return Response.ok(document, MediaType.APPLICATION_JSON).build();
        }
        return Response.ok(Contract.bytes(), YAML).build();
    }
}
