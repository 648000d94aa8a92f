package muhafiz.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import muhafiz.api.body.Wire;
import muhafiz.api.problem.Problem;
import muhafiz.api.visit.Visit;

/** What stands at the head of every answer, and problems written where no resource is reached. */
public final class Answers {
    private Answers() {}

    /** For every answer, good or bad. */
    static void head(HttpServletRequest http, HttpServletResponse answer) {
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader(Visit.OPERATION_ID, Visit.of(http).operation());
    }

    /** The whole answer is this problem, whatever stood in its head before: a challenge left there would tell a wrong password. */
    public static void problem(HttpServletRequest http, HttpServletResponse answer, Problem problem)
            throws IOException {
        answer.reset();
        head(http, answer);
        byte[] body = problem.body(Visit.of(http).operation());
        problem.headers().forEach(answer::setHeader);
        if (Wire.isLongBodyLeft(http)) {
            answer.setHeader("Connection", "close");
        }
        if (problem.kind().status() == HttpServletResponse.SC_UNAUTHORIZED) {
            answer.setHeader("WWW-Authenticate", Wire.challenge());
        }
        answer.setStatus(problem.kind().status());
        answer.setContentType(Problem.MEDIA_TYPE);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
