package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.NewUse;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyDiff;
import muhafiz.domain.policy.PolicyDiff.Change;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.retention.OtherEnds;
import muhafiz.service.wall.Wall;

/** What a version would change, before anybody approves it: entries, uses, and whose end dates move. Nothing is changed by it. */
@ApplicationScoped
public class Simulation {
    private final Mandate mandate;
    private final Turn turn;

    @Inject
    Simulation(Mandate mandate, Turn turn) {
        this.mandate = mandate;
        this.turn = turn;
    }

    /**
     * A class whose retention rule is another.
     *
     * @param before empty where the class is new
     * @param after empty where the class goes
     * @param documents how many are held of it, so that their end dates would be computed anew
     */
    public record Moved(
            String recordClass, Optional<RetentionRule> before, Optional<RetentionRule> after, long documents) {}

    /**
     * What was found, against the policy in force.
     *
     * @param ends of each class of which documents would end otherwise, how many and when
     */
    public record Outcome(
            Policy against,
            Policy policy,
            List<Change> changes,
            List<NewUse> newUses,
            List<Moved> classes,
            List<OtherEnds.Shift> ends) {}

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public Outcome run(Caller caller, int version) {
        String rule = mandate.require(caller, Action.APPROVE_POLICY);
        return turn.run(caller, version, rule);
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final PolicyInForce policies;
        private final PolicyRows rows;
        private final OtherEnds ends;
        private final AccessLog log;
        private final Wall wall;

        @Inject
        Turn(PolicyInForce policies, PolicyRows rows, OtherEnds ends, AccessLog log, Wall wall) {
            this.policies = policies;
            this.rows = rows;
            this.ends = ends;
            this.log = log;
            this.wall = wall;
        }

        public Outcome run(Caller caller, int version, String rule) {
            Policy after = policies.version(version)
                    .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such version"));
            Policy before = policies.policy();
            log.write(Mandate.entry(
                    caller,
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", "simulation",
                            "version", Integer.toString(version),
                            "sha256", after.sha256())));
            // Whoever approves learns numbers of what only the archive sees.
            return wall.asArchive(
                    "simulation",
                    () -> new Outcome(
                            before,
                            after,
                            PolicyDiff.between(before, after),
                            NewUse.between(before, after),
                            moved(before, after),
                            ends.between(before, after)));
        }

        private List<Moved> moved(Policy before, Policy after) {
            Map<String, Long> held = rows.documentsByClass();
            return Simulation.differing(before, after).stream()
                    .map(id -> new Moved(id, rule(before, id), rule(after, id), held.getOrDefault(id, 0L)))
                    .toList();
        }
    }

    private static List<String> differing(Policy before, Policy after) {
        return Stream.concat(after.recordClasses().stream(), before.recordClasses().stream())
                .map(RecordClass::id)
                .distinct()
                .filter(id -> !rule(before, id).equals(rule(after, id)))
                .toList();
    }

    private static Optional<RetentionRule> rule(Policy policy, String id) {
        return policy.recordClass(id).map(RecordClass::retention);
    }
}
