package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyDiff;
import muhafiz.domain.policy.PolicyDiff.Change;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.HeldVersion;
import muhafiz.service.policy.PolicyInForce;

/** What the public is told of versions to come: the website and the cabinet show it, and say when they first did (seed 000, line 71). */
@ApplicationScoped
public class Notices {
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final NoticeRows rows;
    private final PolicyInForce policies;
    private final Turn turn;
    private final InstantSource clock;

    @Inject
    Notices(NoticeRows rows, PolicyInForce policies, Turn turn, InstantSource clock) {
        this.rows = rows;
        this.policies = policies;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * A notice.
     *
     * @param of the version that it tells of
     * @param changes against the version before
     * @param firstShownAt empty until a page shows it
     */
    public record Notice(UUID id, HeldVersion of, List<Change> changes, Optional<Instant> firstShownAt) {}

    /** Newest first. */
    public List<Notice> all() {
        List<HeldVersion> versions = policies.versions();
        return rows.all().stream()
                .flatMap(row -> versions.stream()
                        .filter(one -> one.policy().version() == row.version())
                        .map(one -> new Notice(row.id(), one, changes(one.policy()), row.firstShownAt())))
                .toList();
    }

    /** Whether a version was published more than a day ago, is not in force yet, and no page has shown its notice. */
    public boolean isAnyUnseen() {
        Instant now = clock.instant();
        return all().stream()
                .filter(one -> one.firstShownAt().isEmpty())
                .filter(one -> one.of().inForceFrom().isAfter(now))
                .anyMatch(one -> one.of()
                        .publishedAt()
                        .filter(then -> then.plus(PATIENCE).isBefore(now))
                        .isPresent());
    }

    /**
     * The portal shows the notice; the first time counts.
     *
     * @throws RefusedException {@code not-allowed} to anybody but the portal, {@code not-found}
     */
    public Instant shown(Caller caller, UUID id) {
        if (!caller.isPortal()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "only the portal shows notices to the public");
        }
        return turn.shown(caller, id)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such notice"));
    }

    private List<Change> changes(Policy policy) {
        return policy.meta()
                .supersedes()
                .flatMap(policies::version)
                .map(before -> PolicyDiff.between(before, policy))
                .orElse(List.of());
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final NoticeRows rows;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(NoticeRows rows, AccessLog log, InstantSource clock) {
            this.rows = rows;
            this.log = log;
            this.clock = clock;
        }

        public Optional<Instant> shown(Caller caller, UUID id) {
            boolean isKnown = rows.shown(id, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            Act.Outcome outcome = isKnown ? Act.Outcome.done("contract.portal") : Act.Outcome.denied("unknown");
            log.write(Mandate.entry(caller, outcome, Map.of("what", "notice shown", "notice", id.toString())));
            return rows.all().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .flatMap(NoticeRows.Row::firstShownAt);
        }
    }
}
