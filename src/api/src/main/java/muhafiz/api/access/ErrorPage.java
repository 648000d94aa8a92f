package muhafiz.api.access;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import muhafiz.api.problem.Problem;
import muhafiz.api.problem.Problems;
import muhafiz.api.visit.Traces;
import muhafiz.api.visit.Visit;
import muhafiz.service.access.LogIns;
import muhafiz.service.start.Door;

/**
 * Answers what the container refuses by itself, a wrong password above all: that never reaches a filter. Each wrong password is
 * counted and logged here, and once there are too many the answer is the same for wrong and right ones.
 */
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Door door;
    private final transient LogIns logIns;

    @Inject
    ErrorPage(Door door, LogIns logIns) {
        this.door = door;
        this.logIns = logIns;
    }

    @Override
    protected void service(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        if (http.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            Answers.problem(http, answer, problem(http, status));
        } else {
            Answers.problem(http, answer, Problems.ofStatus(HttpServletResponse.SC_NOT_FOUND));
        }
    }

    private Problem problem(HttpServletRequest http, int status) {
        Optional<String> name = TypedName.in(http);
        if (!door.isOpen()) {
            return Problems.unavailable(door.reason(), Entrance.SOON);
        }
        try {
            return isFailedLogIn(name, status) ? failed(name.orElse(""), Visit.of(http)) : other(http, status);
        } catch (Exception notCounted) { // a commit that fails throws a checked one, declared or not
            return Problems.of(notCounted);
        }
    }

    /** Credentials that cannot be read make Elytron throw, which is a 500 to the container. */
    private static boolean isFailedLogIn(Optional<String> name, int status) {
        return name.isPresent()
                && (status == HttpServletResponse.SC_UNAUTHORIZED || name.get().isEmpty());
    }

    private static Problem other(HttpServletRequest http, int status) {
        if (http.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Traces.note(Visit.of(http).operation(), thrown);
        }
        return Problems.ofStatus(status);
    }

    private Problem failed(String name, Visit visit) {
        if (logIns.isLocked(name)) {
            return Problems.tooManyAttempts();
        }
        logIns.failed(name, visit.request());
        return Problems.ofStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
