package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import muhafiz.service.RefusedException;

/** A refusal is a value: the contract's code. */
@Provider
public class RefusedMapper implements ExceptionMapper<RefusedException> {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @Override
    public Response toResponse(RefusedException thrown) {
        return Mapping.answer(thrown, http);
    }
}
