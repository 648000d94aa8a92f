package muhafiz.api.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import org.xnio.IoUtils;

/**
 * The connection beneath the call that this thread answers. The servlet API has no word for it: left alone, the container reads a
 * refused body to its end, however long the client takes, on one of its threads.
 */
public final class Wire {
    private static final long SHORT = 64 * 1024;

    private Wire() {}

    /** Whether the client has announced a body that was not read to its end. */
    static boolean isBodyLeft() {
        return !exchange().isRequestComplete();
    }

    /** Whether so much of the body is left, or may be, that the connection will not be used again. */
    public static boolean isLongBodyLeft(HttpServletRequest http) {
        long announced = http.getContentLengthLong();
        return isBodyLeft() && (announced < 0 || announced > SHORT);
    }

    /** Cuts the connection: whatever is still to be read or written fails at once. */
    static void cut() {
        IoUtils.safeClose(exchange().getConnection());
    }

    private static HttpServerExchange exchange() {
        return ServletRequestContext.requireCurrent().getExchange();
    }
}
