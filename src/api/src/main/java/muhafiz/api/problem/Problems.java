package muhafiz.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.keys.ForgottenException;

/** The one answer to everything that can be thrown. Only refusals speak in their own words. */
public final class Problems {
    private static final String REPORT = "quote the operation's id when you report this";

    /** A database that was killed is back within seconds. */
    private static final Duration DATABASE_BACK = Duration.ofSeconds(5);

    private static final Duration ATTEMPTS_WINDOW = Duration.ofMinutes(1);

    private Problems() {}

    /** @param thrown anything; what is not known here says nothing but that it happened */
    public static Problem of(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return refused(refused);
        }
        if (thrown instanceof UnavailableException away) {
            return unavailable(String.valueOf(away.getMessage()), away.retryAfter());
        }
        if (thrown instanceof IntegrityException) {
            return new Problem(ProblemKind.INTEGRITY, "it is not shown; the alarm was raised");
        }
        if (thrown instanceof ForgottenException) {
            return new Problem(ProblemKind.of(Refusal.NOT_FOUND), "it is unknown, or out of your scope");
        }
        if (thrown instanceof WebApplicationException refusedByPlatform) {
            return platform(refusedByPlatform.getResponse());
        }
        return Outside.isAway(thrown)
                ? unavailable("unavailable", DATABASE_BACK)
                : new Problem(ProblemKind.UNEXPECTED, REPORT);
    }

    /** @param code taken where it is one; else the plain {@code unavailable} */
    public static Problem unavailable(String code, Duration retryAfter) {
        boolean isCode = code.matches("[a-z]+(-[a-z0-9]+)*");
        ProblemKind kind = ProblemKind.unavailable(isCode ? code : "unavailable");
        return new Problem(kind, "the archive cannot keep its promise now")
                .with(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    /** Too many failed log-ins under one name, whether or not the password is right now. */
    public static Problem tooManyAttempts() {
        return refused(new RefusedException(Refusal.TOO_MANY_ATTEMPTS, "too many failed log-ins under this name"));
    }

    /** What the container or the platform refuses by itself. */
    public static Problem ofStatus(int status) {
        ProblemKind kind = ProblemKind.of(status);
        return new Problem(kind, detail(kind));
    }

    private static Problem refused(RefusedException refused) {
        String detail = String.valueOf(refused.getMessage());
        Problem problem =
                new Problem(ProblemKind.of(refused.refusal()), detail, refused.members(), refused.flaws(), Map.of());
        return switch (problem.kind().status()) {
            case 416 ->
                problem.with("Content-Range", "bytes */" + refused.members().getOrDefault("length", "0"));
            case 429 -> problem.with(HttpHeaders.RETRY_AFTER, seconds(ATTEMPTS_WINDOW));
            default -> problem;
        };
    }

    private static Problem platform(Response refused) {
        Problem problem = ofStatus(refused.getStatus());
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? problem : problem.with(HttpHeaders.ALLOW, allowed);
    }

    /** What can be said of a refusal by the platform without repeating the request. */
    private static String detail(ProblemKind kind) {
        if (kind.status() >= 500) {
            return REPORT;
        }
        return switch (kind.status()) {
            case 401 -> "this needs an account, or an application number and its access code";
            case 404 -> "nothing answers under this path";
            case 405 -> "see the header Allow";
            case 406 -> "answers are JSON (UTF-8)";
            case 412 -> "the document has another version than the one asked for";
            case 415 -> "the body's Content-Type is not one that is read here";
            default -> "the request was refused before it was read";
        };
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
