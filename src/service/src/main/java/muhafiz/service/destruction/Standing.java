package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Guard;
import muhafiz.service.retention.Obstacle;

/**
 * Looks, under the row locks that holds and restrictions take, whether one of them stands against a destruction. What it stands against is
 * left alone: the order goes on without it, and both a row and an entry say by which rule.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Standing {
    private final Guard guard;
    private final DestructionRows orders;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Standing(
            Guard guard,
            DestructionRows orders,
            DocumentRows documents,
            CaseRows cases,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.guard = guard;
        this.orders = orders;
        this.documents = documents;
        this.cases = cases;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether something stands against the case, or against any of its documents; its row is locked by now. */
    boolean isAgainst(UUID order, CaseFile file) {
        List<Obstacle> found = new ArrayList<>(
                locked(documents.ofCase(file.id()).stream().map(Document::id).toList()));
        found.addAll(guard.ofCase(file.id()));
        Target what = new Target(Target.Kind.CASE, file.id());
        return skips(
                order,
                what,
                found,
                new Act.About(Concerned.all(cases.parties(file.id())), Optional.empty(), Optional.of(file.id())));
    }

    private List<Obstacle> locked(Collection<UUID> ids) {
        return guard.lock(ids).values().stream().flatMap(List::stream).toList();
    }

    private boolean skips(UUID order, Target what, List<Obstacle> found, Act.About about) {
        Optional<String> rule = found.stream().findFirst().map(obstacle -> obstacle.rule(policies.policy()));
        rule.ifPresent(one -> {
            orders.skipped(order, what, one, clock.instant());
            log.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "denied",
                    new Act.Ground("P-RECORDS", ""),
                    Act.Outcome.denied(one),
                    about,
                    Map.of("asked", "shred", "what", what.kind().code(), "order", order.toString())));
        });
        return rule.isPresent();
    }
}
