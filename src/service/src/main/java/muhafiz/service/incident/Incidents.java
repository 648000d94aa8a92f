package muhafiz.service.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.keys.Forgetting;

/** Incidents: opened by the data-protection officer; which records, persons and readers are affected is told by the log. */
@ApplicationScoped
public class Incidents {
    private static final int MOST = 500;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final IncidentDesk desk;
    private final Forgetting forgetting;
    private final ClockWatch watch;
    private final InstantSource clock;

    @Inject
    Incidents(IncidentDesk desk, Forgetting forgetting, ClockWatch watch, InstantSource clock) {
        this.desk = desk;
        this.forgetting = forgetting;
        this.watch = watch;
        this.clock = clock;
    }

    /** @throws RefusedException {@code malformed}, {@code not-allowed} */
    public UUID open(Caller caller, NewIncident incident) {
        if (incident.concerns().isNothing()) {
            throw malformed("documents", "name documents, cases, subjects or an account");
        }
        if (!incident.from().isBefore(incident.to())) {
            throw malformed("to", "to is after from");
        }
        if (incident.noticedAt().isAfter(clock.instant().plus(CLOCKS_APART))) {
            throw malformed("noticedAt", "it was noticed now or before");
        }
        return desk.open(caller, incident).orElseThrow(Incidents::notAllowed);
    }

    /**
     * All about it in one answer: affected documents, cases and persons, who acted when, and the acts, oldest first.
     *
     * @param after how many acts were shown already
     * @param limit 1 to 500 acts
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}
     */
    public JsonObject look(Caller caller, UUID id, int after, int limit) {
        if (limit < 1 || limit > MOST || after < 0) {
            throw malformed("limit", "limit is 1 to " + MOST + ", after is not negative");
        }
        try {
            return desk.look(caller, id, after, limit).orElseThrow(Incidents::notAllowed);
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.NOT_FOUND) {
                desk.unknown(caller);
            }
            throw refused;
        }
    }

    /** Destroys the keys of those whose term is over, then their rows. Not while the clock is in doubt. @return how many */
    public int sweep() {
        if (!watch.look().isEmpty()) {
            return 0;
        }
        Set<UUID> leaves = desk.outlived();
        if (!leaves.isEmpty()) {
            UUID order = Randoms.id();
            forgetting.destroy(leaves, order);
            desk.strike(leaves, order);
        }
        return leaves.size();
    }

    private static RefusedException notAllowed() {
        return new RefusedException(Refusal.NOT_ALLOWED, "this role looks into no incidents");
    }

    private static RefusedException malformed(String member, String detail) {
        return new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
    }
}
