package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.LogLine;
import muhafiz.service.log.LogPlaces;

/** Shows the public parts of entries to those the policy lets read the log; which is itself an entry. */
@ApplicationScoped
public class LogReading {
    private static final String LOG_CLASS = "RC-LOG";
    private static final int MOST = 500;

    private final Gate gate;
    private final Pages pages;

    @Inject
    LogReading(Gate gate, Pages pages) {
        this.gate = gate;
        this.pages = pages;
    }

    /**
     * A page of the log, oldest first.
     *
     * @param after the last place already seen; empty for the beginning
     * @param limit 1 to 500
     */
    public LogPage entries(Caller caller, OptionalLong after, int limit, Why why) {
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST);
        }
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return pages.page(new Pages.Request(caller, purpose, why.ref(), after, limit))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "this role does not read the log"));
    }

    /** The one transaction of a page: decide, log, read. */
    @ApplicationScoped
    static class Pages {
        private final Decider decider;
        private final AccessLog log;
        private final LogPlaces places;

        @Inject
        Pages(Decider decider, AccessLog log, LogPlaces places) {
            this.decider = decider;
            this.log = log;
            this.places = places;
        }

        record Request(Caller caller, String purpose, Optional<String> ref, OptionalLong after, int limit) {}

        @Transactional
        public Optional<LogPage> page(Request request) {
            Set<Condition> facts = request.ref().isPresent() ? Set.of(Condition.REQUEST_OR_AUDIT_NUMBER) : Set.of();
            AccessDecision decision = decider.decide(
                    request.caller(),
                    new Asked(
                            Action.READ_META,
                            Optional.of(LOG_CLASS),
                            Optional.empty(),
                            Optional.of(request.purpose()),
                            facts));
            log.write(entry(request, decision));
            return decision.isAllowed() ? Optional.of(read(request)) : Optional.empty();
        }

        private LogPage read(Request request) {
            List<LogLine> lines = places.page(request.after().orElse(-1), request.limit());
            boolean isFull = lines.size() == request.limit();
            return new LogPage(
                    lines, isFull ? OptionalLong.of(lines.get(lines.size() - 1).seq()) : OptionalLong.empty());
        }

        private static Act entry(Request request, AccessDecision decision) {
            boolean allowed = decision.isAllowed();
            return new Act(
                    request.caller(),
                    allowed ? "read_meta" : "denied",
                    new Act.Ground(request.purpose(), ""),
                    allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                    Act.About.NOBODY,
                    Map.of(
                            "asked",
                            "log",
                            "after",
                            Long.toString(request.after().orElse(-1))));
        }
    }
}
