package muhafiz.api.access;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import muhafiz.api.problem.Problem;
import muhafiz.api.problem.Problems;
import muhafiz.api.visit.Visit;
import muhafiz.service.log.Witness;

/**
 * Sees to it that no refusal of somebody who is known leaves without a durable entry. Most acts log their own; a form that cannot be
 * read never reaches one.
 */
@Provider
public class RefusalsOnRecord implements ContainerResponseFilter {
    private final Witness witness;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @Inject
    public RefusalsOnRecord(Witness witness) {
        this.witness = witness;
    }

    @SuppressWarnings("NullAway")
    public RefusalsOnRecord() { // for RESTEasy
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        Visit visit = Visit.of(http);
        try {
            visit.refusal().ifPresent(code -> visit.caller().ifPresent(caller -> witness.refused(caller, code)));
        } catch (Exception away) { // a commit that fails throws a checked one, declared or not
            replace(answer, Problems.of(away), visit.operation());
        }
    }

    private static void replace(ContainerResponseContext answer, Problem problem, String operation) {
        byte[] body = problem.body(operation);
        answer.setStatus(problem.kind().status());
        problem.headers().forEach(answer.getHeaders()::putSingle);
        answer.setEntity(body, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}
