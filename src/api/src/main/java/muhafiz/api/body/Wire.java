package muhafiz.api.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * What lies beneath the call that this thread answers, and the servlet API has no word for: left alone, the container reads a refused
 * body to its end, however long the client takes, on one of its threads.
 */
public final class Wire {
    private static final System.Logger LOG = System.getLogger("muhafiz.api.body");

    /** Bytes worth reading past to keep a connection. */
    private static final long SHORT = 64 * 1024;

    private Wire() {}

    /** Whether the client has announced a body that was not read to its end. */
    static boolean isBodyLeft() {
        return !exchange().isRequestComplete();
    }

    /** Whether the head of the answer has left, so that it can no longer become another. */
    static boolean isAnswerBegun() {
        return exchange().isResponseStarted();
    }

    /** Whether so much of the body is left, or may be, that the connection will not be used again. */
    public static boolean isLongBodyLeft(HttpServletRequest http) {
        long announced = http.getContentLengthLong();
        return isBodyLeft() && (announced < 0 || announced > SHORT);
    }

    /**
     * How this war lets somebody log in: by password (RFC 7617), or, where the operator has configured a provider, by bearer token
     * (RFC 6750). {@code HttpServletRequest.authenticate} would say it, but fails under Elytron where no path is protected.
     */
    public static String challenge() {
        LoginConfig config = ServletRequestContext.requireCurrent()
                .getDeployment()
                .getDeploymentInfo()
                .getLoginConfig();
        boolean isPassword = config != null
                && config.getAuthMethods().stream()
                        .anyMatch(method -> method.getName().equalsIgnoreCase("BASIC"));
        return isPassword ? "Basic realm=\"muhafiz\", charset=\"UTF-8\"" : "Bearer realm=\"muhafiz\"";
    }

    /** Cuts the connection: whatever is still to be read or written fails at once. */
    static void cut() {
        try {
            exchange().getConnection().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection was gone before it was cut", e);
        }
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }
}
