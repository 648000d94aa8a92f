package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import muhafiz.crypto.UnavailableException;

/** The outside is away: 503, ask again later. */
@Provider
public class AwayMapper implements ExceptionMapper<UnavailableException> {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @Override
    public Response toResponse(UnavailableException thrown) {
        return Mapping.answer(thrown, http);
    }
}
