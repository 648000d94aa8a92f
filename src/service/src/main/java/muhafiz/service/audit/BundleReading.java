package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.checkpoint.PublicTree;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Hands out bundles of entries to those the policy lets read the log; which is itself an entry. */
@ApplicationScoped
public class BundleReading {

    private final Gate gate;
    private final Bundles bundles;

    @Inject
    BundleReading(Gate gate, Bundles bundles) {
        this.gate = gate;
        this.bundles = bundles;
    }

    /** The bundle's bytes by its path {@code tile/entries/…}. @throws RefusedException as the contract orders the answers */
    public byte[] read(Caller caller, String bundle, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        Bundles.Answer answer = bundles.read(new Bundles.Request(caller, purpose, why.ref(), bundle));
        if (!answer.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role does not read the log");
        }
        return answer.content()
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "the log has no such bundle"));
    }

    /** The one transaction of a bundle: decide, log, read. */
    @ApplicationScoped
    static class Bundles {
        private final Decider decider;
        private final AccessLog log;
        private final PublicTree tree;

        @Inject
        Bundles(Decider decider, AccessLog log, PublicTree tree) {
            this.decider = decider;
            this.log = log;
            this.tree = tree;
        }

        record Request(Caller caller, String purpose, Optional<String> ref, String bundle) {}

        record Answer(boolean isAllowed, Optional<byte[]> content) {}

        @Transactional
        public Answer read(Request request) {
            AccessDecision decision = decider.decide(
                    request.caller(), Asked.ofLog(Action.READ_META, Optional.of(request.purpose()), request.ref()));
            Optional<byte[]> content = decision.isAllowed() ? tree.bundle(request.bundle()) : Optional.empty();
            log.write(entry(request, outcome(decision, content.isPresent())));
            return new Answer(decision.isAllowed(), content);
        }

        private static Act.Outcome outcome(AccessDecision decision, boolean isThere) {
            if (!decision.isAllowed()) {
                return Act.Outcome.denied(decision.rule());
            }
            return isThere ? Act.Outcome.done(decision.rule()) : Act.Outcome.failed("not-found");
        }

        /** What somebody typed is not copied into the log unless it has the form of a path. */
        private static String named(String path) {
            return path.matches("tile/entries/[x0-9/]{3,40}(\\.p/[0-9]{1,3})?") ? path : "no bundle";
        }

        private static Act entry(Request request, Act.Outcome outcome) {
            Act act = new Act(
                    request.caller(),
                    outcome.result().equals("done") ? "read_meta" : "denied",
                    new Act.Ground(request.purpose(), ""),
                    outcome,
                    Act.About.NOBODY,
                    Map.of("asked", "log", "bundle", named(request.bundle())));
            return act.with("ref", request.ref());
        }
    }
}
