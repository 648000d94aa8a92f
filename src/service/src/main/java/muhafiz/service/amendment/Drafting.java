package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.NewUse;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.domain.policy.PolicyRefused;
import muhafiz.service.Flaw;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.policy.VersionRow;

/** The data-protection officer drafts the next version of the policy. */
@ApplicationScoped
public class Drafting {
    private final Mandate mandate;
    private final Turn turn;

    @Inject
    Drafting(Mandate mandate, Turn turn) {
        this.mandate = mandate;
        this.turn = turn;
    }

    /**
     * A draft as it is kept.
     *
     * @param newUses purposes new to what was collected before
     */
    public record Draft(Policy policy, List<NewUse> newUses) {}

    /**
     * Keeps a draft; an earlier one of the same number that is not published goes, with its approvals.
     *
     * @param yaml the file's bytes
     * @throws RefusedException {@code not-allowed}, {@code policy-refused} with every problem and its line, {@code not-a-draft} where
     *     that version is published, {@code version-changed} where it does not supersede the newest one
     */
    public Draft keep(Caller caller, byte[] yaml) {
        String rule = mandate.require(caller, Action.DRAFT_POLICY);
        Policy policy = read(yaml);
        return turn.keep(caller, policy, new String(yaml, StandardCharsets.UTF_8), rule);
    }

    private static Policy read(byte[] yaml) {
        try {
            return PolicyFile.read(yaml);
        } catch (PolicyRefused refused) {
            List<Flaw> flaws = refused.problems().stream()
                    .map(one -> new Flaw(one.line(), one.path(), one.message()))
                    .toList();
            throw new RefusedException(Refusal.POLICY_REFUSED, "the policy is refused, see the member problems", flaws);
        }
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final PolicyInForce policies;
        private final PolicyRows rows;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(PolicyInForce policies, PolicyRows rows, AccessLog log, InstantSource clock) {
            this.policies = policies;
            this.rows = rows;
            this.log = log;
            this.clock = clock;
        }

        public Draft keep(Caller caller, Policy policy, String yaml, String rule) {
            rows.hold();
            if (rows.find(policy.version()).filter(VersionRow::stands).isPresent()) {
                throw new RefusedException(Refusal.NOT_A_DRAFT, "a version of this number stands already");
            }
            Policy newest = policies.newest();
            Drafts.requireToFollow(newest, policy);
            rows.putDraft(policy, yaml, caller.user(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
            log.write(Mandate.entry(
                    caller,
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", "draft",
                            "version", Integer.toString(policy.version()),
                            "sha256", policy.sha256())));
            return new Draft(policy, NewUse.between(newest, policy));
        }
    }
}
