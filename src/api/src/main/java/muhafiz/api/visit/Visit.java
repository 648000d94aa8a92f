package muhafiz.api.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import muhafiz.api.http.ClientNetwork;
import muhafiz.service.caller.Caller;

/** One HTTP call in its course: its operation id, and who makes it once that is known. One thread at a time. */
public final class Visit {
    /** The answer's header that names the operation; the same id stands in a problem's {@code instance} and in the log. */
    public static final String OPERATION_ID = "Operation-Id";

    private static final String ATTRIBUTE = Visit.class.getName();

    private final Caller.Request request;
    private Optional<Caller> caller = Optional.empty();
    private Optional<String> ownNumber = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    private final Deque<Runnable> ends = new ArrayDeque<>();

    private Visit(Caller.Request request) {
        this.request = request;
    }

    /** The visit this request belongs to; begun by the first who asks. */
    public static Visit of(HttpServletRequest http) {
        if (http.getAttribute(ATTRIBUTE) instanceof Visit begun) {
            return begun;
        }
        String network = ClientNetwork.of(http.getRemoteAddr());
        Visit visit = new Visit(Caller.Request.from(network));
        http.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    public String operation() {
        return request.operation();
    }

    /** To be done when the call ends, however it ends; the last first. */
    public void closeAtEnd(Runnable end) {
        ends.push(end);
    }

    /** Does what was left for the end. */
    public void end() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }

    public Caller.Request request() {
        return request;
    }

    /** Who makes this call; empty while nobody is known. */
    public Optional<Caller> caller() {
        return caller;
    }

    public boolean isAnonymous() {
        return caller.isEmpty();
    }

    /** Whether this call is made by the holder of that number's access code. */
    public boolean isOwnerOf(String number) {
        return ownNumber.filter(number::equals).isPresent();
    }

    public void madeBy(Caller account) {
        this.caller = Optional.of(account);
    }

    /** @param number whose access code the call carries */
    public void madeByOwner(Caller owner, String number) {
        this.caller = Optional.of(owner);
        this.ownNumber = Optional.of(number);
    }

    /** @param code the problem this call is answered with */
    public void refusedWith(String code) {
        this.refusal = Optional.of(code);
    }

    /** The code of the problem this call is answered with; empty where it is answered with what it asked for. */
    public Optional<String> refusal() {
        return refusal;
    }
}
