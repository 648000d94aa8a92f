package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import muhafiz.crypto.IntegrityException;

/** Tampering or broken evidence: stop and raise the alarm. */
@Provider
public class TamperedMapper implements ExceptionMapper<IntegrityException> {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @Override
    public Response toResponse(IntegrityException thrown) {
        return Mapping.answer(thrown, http);
    }
}
