package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.amendment.ApprovalRows.Approval;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.policy.VersionRow;

/** Those whom the policy names approve a draft, each for a role and each another person; an approval names the draft's bytes. */
@ApplicationScoped
public class Approving {
    private final Mandate mandate;
    private final Turn turn;

    @Inject
    Approving(Mandate mandate, Turn turn) {
        this.mandate = mandate;
        this.turn = turn;
    }

    /**
     * Who has approved so far, and who is still to.
     *
     * @param approved roles
     * @param missing roles
     */
    public record Standing(int version, String sha256, List<String> approved, List<String> missing) {}

    /**
     * Approves for the caller's role.
     *
     * @param sha256 of the draft that the caller has read
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code not-a-draft}, {@code version-changed} where the draft is
     *     another by now, {@code basis-needed}, and the approver's
     */
    public Standing approve(Caller caller, int version, String sha256) {
        String rule = mandate.require(caller, Action.APPROVE_POLICY);
        return turn.approve(caller, version, sha256, rule);
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final Mandate mandate;
        private final Approver approver;
        private final PolicyInForce policies;
        private final PolicyRows rows;
        private final ApprovalRows approvals;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(
                Mandate mandate,
                Approver approver,
                PolicyInForce policies,
                PolicyRows rows,
                ApprovalRows approvals,
                AccessLog log,
                InstantSource clock) {
            this.mandate = mandate;
            this.approver = approver;
            this.policies = policies;
            this.rows = rows;
            this.approvals = approvals;
            this.log = log;
            this.clock = clock;
        }

        public Standing approve(Caller caller, int version, String sha256, String rule) {
            rows.hold();
            VersionRow draft = Drafts.require(rows, version);
            if (!draft.sha256().equals(sha256)) {
                throw new RefusedException(
                        Refusal.VERSION_CHANGED, "the draft is another by now", Map.of("sha256", draft.sha256()));
            }
            approver.require(caller, others(caller, draft));
            Policy policy = policies.version(version).orElseThrow();
            Drafts.requireBases(policies.newest(), policy);
            approvals.add(
                    version,
                    new Approval(
                            caller.role(),
                            sha256,
                            caller.user(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            log.write(Mandate.entry(
                    caller,
                    Act.Outcome.done(rule),
                    Map.of("what", "approval", "version", Integer.toString(version), "sha256", sha256)));
            return standing(draft);
        }

        /** Whom the approver must not be: who approved for another role, and, where the policy says so, who drafted. */
        private List<String> others(Caller caller, VersionRow draft) {
            List<String> others = new ArrayList<>(approvals.of(draft.version()).stream()
                    .filter(one -> !one.role().equals(caller.role()))
                    .map(Approval::by)
                    .toList());
            if (!mandate.mayEvenWhoProposed(caller, Action.APPROVE_POLICY)) {
                others.add(draft.draftedBy());
            }
            return others;
        }

        private Standing standing(VersionRow draft) {
            List<String> approved =
                    approvals.of(draft.version()).stream().map(Approval::role).toList();
            return new Standing(draft.version(), draft.sha256(), approved, Drafts.missing(policies.policy(), approved));
        }
    }
}
