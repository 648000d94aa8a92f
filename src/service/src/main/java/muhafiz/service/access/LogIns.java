package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Settings;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;

/** Failed log-ins: counted by name and minute, logged with nothing of the typed name but an HMAC under the month's key. */
@ApplicationScoped
@Transactional
public class LogIns {
    private final Attempts attempts;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final Attempts.Limit limit;

    @Inject
    LogIns(Attempts attempts, AccessLog log, MonthTokens tokens, Settings settings) {
        this.attempts = attempts;
        this.log = log;
        this.tokens = tokens;
        this.limit = new Attempts.Limit(settings.archive().count("logins.failures-per-minute"), Duration.ofMinutes(1));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isLocked(String typedName) {
        return attempts.isLocked(target(typedName), limit);
    }

    /** Counts and logs one failure. */
    public void failed(String typedName, Caller.Request request) {
        attempts.failed(target(typedName), limit);
        log.write(new Act(
                Caller.nobody(request),
                "login_failure",
                Act.Ground.NONE,
                Act.Outcome.failed("credentials"),
                Act.About.NOBODY,
                Map.of("typed", tokens.of("login", typedName))));
    }

    private static Attempts.Target target(String typedName) {
        return new Attempts.Target("log-in", typedName);
    }
}
