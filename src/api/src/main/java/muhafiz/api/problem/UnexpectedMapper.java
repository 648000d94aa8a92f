package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything else: the operation's id and nothing more. The platform's own refusals keep their status. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @Override
    public Response toResponse(Throwable thrown) {
        return Mapping.answer(thrown, http);
    }
}
