package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import muhafiz.service.caller.Caller;

/**
 * Who is known here, and since when as they are. Each call shows its account; a new one, another role or unit, another credential, an
 * account that is gone: each is an entry, and a date before which that account approves nothing.
 */
@ApplicationScoped
public class Identities {
    /** How long what was seen of an account is not looked at again; approvals look each time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final IdentityRegister register;
    private final IdentityRows rows;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    @Inject
    Identities(IdentityRegister register, IdentityRows rows, InstantSource clock) {
        this.register = register;
        this.rows = rows;
        this.clock = clock;
    }

    /** Called before the account does anything. */
    public void meet(Caller caller) {
        Instant now = clock.instant();
        String shown = caller.user() + " " + caller.role() + " " + caller.unit();
        if (!now.isBefore(seen.getOrDefault(shown, Instant.MIN))) {
            look(caller);
            seen.values().removeIf(now::isAfter);
            seen.put(shown, now.plus(REMEMBERED));
        }
    }

    /** Looks at the account now; durable on return. @return when it last changed; empty for who was there from the first day on */
    public Optional<Instant> look(Caller caller) {
        return register.look(caller).changedAt();
    }

    /** Everybody who was ever seen, in the order of their accounts; within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Identity> all() {
        return rows.all();
    }

    /** Those that the realm has no longer; within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Identity> blocked() {
        return rows.all().stream()
                .filter(identity -> identity.blockedAt().isPresent())
                .toList();
    }

    /** Notes which accounts the realm has no longer; each is an entry. */
    public void lookForGone() {
        register.lookForGone();
    }

    /** When the first account was seen; within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Instant> first() {
        return rows.first();
    }
}
