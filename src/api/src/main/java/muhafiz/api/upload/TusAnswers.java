package muhafiz.api.upload;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The protocol's version in every answer; where another was asked for, which are spoken. */
@Tus
@Provider
public class TusAnswers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        answer.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
        if (answer.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            answer.getHeaders().putSingle(Tus.VERSIONS, Tus.VERSION);
        }
    }
}
