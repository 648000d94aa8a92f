package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import muhafiz.api.body.Wire;
import muhafiz.api.visit.Traces;
import muhafiz.api.visit.Visit;

/** Turns what a resource threw into an answer. */
final class Mapping {
    private Mapping() {}

    static Response answer(Throwable thrown, HttpServletRequest http) {
        Problem problem = Problems.of(thrown);
        Visit visit = Visit.of(http);
        if (isOurFault(thrown, problem)) {
            Traces.note(visit.operation(), thrown);
        }
        visit.refusedWith(problem.kind().code());
        byte[] body = problem.body(visit.operation());
        var answer = Response.status(problem.kind().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body);
        problem.headers().forEach(answer::header);
        if (problem.kind().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Wire.challenge());
        }
        if (Wire.isLongBodyLeft(http)) {
            answer.header("Connection", "close");
        }
        return answer.build();
    }

    /** What nobody else has said in the server's log. */
    private static boolean isOurFault(Throwable thrown, Problem problem) {
        return problem.kind().status() == 500 || thrown instanceof RollbackException;
    }
}
