package muhafiz.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import muhafiz.api.access.Visit;
import muhafiz.api.body.Wire;

/** Turns what a resource threw into an answer. */
final class Mapping {
    private static final System.Logger LOG = System.getLogger("muhafiz.api.problem");

    private Mapping() {}

    static Response answer(Throwable thrown, HttpServletRequest http) {
        Problem problem = Problems.of(thrown);
        Visit visit = Visit.of(http);
        note(problem, thrown, visit);
        byte[] body = problem.json(visit.operation()).toString().getBytes(StandardCharsets.UTF_8);
        var answer = Response.status(problem.kind().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body);
        problem.headers().forEach(answer::header);
        if (Wire.isLongBodyLeft(http)) {
            answer.header("Connection", "close");
        }
        return answer.build();
    }

    /** Only what is our fault is worth a line, and that by type and place, since a message may hold what a client sent. */
    static void note(Problem problem, Throwable thrown, Visit visit) {
        if (problem.kind().status() == 500) {
            LOG.log(System.Logger.Level.ERROR, () -> "operation " + visit.operation() + ": " + Traces.of(thrown));
        }
    }
}
