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
import muhafiz.api.problem.ProblemKind;
import muhafiz.api.problem.Problems;
import muhafiz.api.visit.Visit;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Identities;
import muhafiz.service.access.LogIns;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Callers;
import muhafiz.service.casefile.Owners;
import muhafiz.service.log.Actors;
import muhafiz.service.log.Witness;

/**
 * Knows who asks, or sends them back: 401 before anything else is said. An access code always makes the call its owner's, whoever
 * carries it, and opens only the path of its own number. Writes from other sites end here.
 */
public class WhoAsks extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final Set<String> PUBLIC = Set.of(
            "/api/v1/policy",
            "/api/v1/policy/diff",
            "/api/v1/policy/notices",
            "/api/v1/policy/versions",
            "/api/v1/services",
            "/api/v1/statistics/releases",
            "/openapi",
            "/log/checkpoint",
            "/log/vkey",
            "/log/vkey/history");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Tiles of hashes, which say nothing of any entry; not bundles. */
    private static final Pattern TILE =
            Pattern.compile("/log/tile/[0-9]{1,2}/(x[0-9]{3}/){0,6}[0-9]{3}(\\.p/[0-9]{1,3})?");

    private static final Pattern RELEASE = Pattern.compile("/api/v1/statistics/releases/[^/;]+");

    private static final Pattern APPLICATION = Pattern.compile("/api/v1/applications/(?<number>[^/;]+)(/.*)?");

    private static final String REQUESTS = "/api/v1/requests";

    private static final Pattern UPLOAD = Pattern.compile("/api/v1/uploads(/[^/;]+)?");

    /** What the owner of an application may ask of a document. */
    private static final Pattern OWNED = Pattern.compile("/api/v1/documents/[^/;]+/(receipt|choice)");

    private final transient Callers callers;
    private final transient Owners owners;
    private final transient LogIns logIns;
    private final transient Actors actors;
    private final transient Identities identities;
    private final transient Witness witness;

    @Inject
    WhoAsks(Callers callers, Owners owners, LogIns logIns, Actors actors, Identities identities, Witness witness) {
        this.callers = callers;
        this.owners = owners;
        this.logIns = logIns;
        this.actors = actors;
        this.identities = identities;
        this.witness = witness;
    }

    @Override
    protected void doFilter(HttpServletRequest http, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (isPublic(http)) {
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

    private static boolean isPublic(HttpServletRequest http) {
        String path = http.getRequestURI();
        return READING.contains(http.getMethod()) && isOpen(path);
    }

    private static boolean isOpen(String path) {
        return PUBLIC.contains(path)
                || TILE.matcher(path).matches()
                || RELEASE.matcher(path).matches();
    }

    private Optional<Problem> refusal(HttpServletRequest http) {
        try {
            Optional<String> name = TypedName.in(http);
            return name.isPresent() && logIns.isLocked(name.get())
                    ? Optional.of(Problems.tooManyAttempts())
                    : met(http, Visit.of(http));
        } catch (Exception refused) { // a commit that fails throws a checked one, declared or not
            return Optional.of(Problems.of(refused));
        }
    }

    /** Whatever is refused here is an entry, like any other refusal. */
    private Optional<Problem> met(HttpServletRequest http, Visit visit) {
        try {
            meet(http, visit);
            return CrossSite.isWrite(http) ? crossSite(visit) : Optional.empty();
        } catch (RefusedException refused) {
            Caller caller = visit.caller().orElseGet(() -> Caller.nobody(visit.request()));
            witness.refused(caller, refused.refusal().code());
            throw refused;
        }
    }

    /** Strangers are told to log in, as everywhere; who is known has an entry of it. */
    private Optional<Problem> crossSite(Visit visit) {
        ProblemKind kind = ProblemKind.CROSS_SITE;
        visit.caller().ifPresent(caller -> witness.refused(caller, kind.code()));
        return visit.caller().map(known -> new Problem(kind, "send it from this site itself"));
    }

    private void meet(HttpServletRequest http, Visit visit) {
        Optional<String> code = header(http, "Access-Code");
        Optional<String> number = numberIn(http);
        if (code.isPresent() && number.isPresent()) {
            visit.madeByOwner(owners.check(number.get(), code.get(), visit.request()), number.get());
            return;
        }
        callers.current(visit.request()).ifPresent(account -> {
            actors.remember(account);
            identities.meet(account);
            visit.madeBy(account);
            visit.madeBy(callers.acting(account, header(http, "On-Behalf-Of"), header(http, "Assurance")));
        });
    }

    /**
     * The number that an access code may open: that of the path, or of the receipt that is asked for, of the choice, of the request that is
     * lodged, or of the upload.
     */
    private static Optional<String> numberIn(HttpServletRequest http) {
        Matcher path = APPLICATION.matcher(http.getRequestURI());
        if (path.matches()) {
            return Optional.of(path.group("number"));
        }
        boolean isLodging =
                http.getRequestURI().equals(REQUESTS) && http.getMethod().equals("POST");
        return isLodging
                        || OWNED.matcher(http.getRequestURI()).matches()
                        || UPLOAD.matcher(http.getRequestURI()).matches()
                ? Optional.ofNullable(http.getParameter("application"))
                : Optional.empty();
    }

    private static Optional<String> header(HttpServletRequest http, String name) {
        return Optional.ofNullable(http.getHeader(name));
    }
}
