package muhafiz.api.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.api.problem.Problem;
import muhafiz.api.problem.Problems;
import muhafiz.api.visit.Visit;
import muhafiz.service.access.LogIns;
import muhafiz.service.caller.Callers;
import muhafiz.service.casefile.Owners;

/**
 * Knows who asks, or sends them back: 401 before anything else is said. An access code always makes the call its owner's, whoever
 * carries it, and opens only the path of its own number.
 */
public class WhoAsks extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final Set<String> PUBLIC =
            Set.of("/api/v1/policy", "/api/v1/policy/versions", "/api/v1/services", "/openapi");

    private static final Pattern APPLICATION = Pattern.compile("/api/v1/applications/(?<number>[^/;]+)(/.*)?");

    private final transient Callers callers;
    private final transient Owners owners;
    private final transient LogIns logIns;

    @Inject
    WhoAsks(Callers callers, Owners owners, LogIns logIns) {
        this.callers = callers;
        this.owners = owners;
        this.logIns = logIns;
    }

    @Override
    protected void doFilter(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (PUBLIC.contains(http.getRequestURI())) {
            chain.doFilter(http, answer);
            return;
        }
        Optional<Problem> refusal = refusal(http);
        if (refusal.isPresent()) {
            Answers.problem(http, answer, refusal.get());
        } else if (Visit.of(http).isAnonymous()) {
            Answers.problem(http, answer, Problems.ofStatus(HttpServletResponse.SC_UNAUTHORIZED));
        } else {
            chain.doFilter(http, answer);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest http) {
        try {
            Optional<String> name = TypedName.in(http);
            if (name.isPresent() && logIns.isLocked(name.get())) {
                return Optional.of(Problems.tooManyAttempts());
            }
            meet(http, Visit.of(http));
            return Optional.empty();
        } catch (Exception refused) { // a commit that fails throws a checked one, declared or not
            return Optional.of(Problems.of(refused));
        }
    }

    private void meet(HttpServletRequest http, Visit visit) {
        Optional<String> code = header(http, "Access-Code");
        Matcher path = APPLICATION.matcher(http.getRequestURI());
        if (code.isPresent() && path.matches()) {
            String number = path.group("number");
            visit.madeByOwner(owners.check(number, code.get(), visit.request()), number);
            return;
        }
        callers.current(visit.request(), header(http, "On-Behalf-Of"), header(http, "Assurance"))
                .ifPresent(visit::madeBy);
    }

    private static Optional<String> header(HttpServletRequest http, String name) {
        return Optional.ofNullable(http.getHeader(name));
    }
}
