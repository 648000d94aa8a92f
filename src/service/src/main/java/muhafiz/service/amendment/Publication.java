package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Flaw;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.HeldVersion;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.policy.PolicyRows;
import muhafiz.service.policy.VersionRow;

/** An approved draft is published: from now on it stands, the public is told, and on its day it is in force. */
@ApplicationScoped
public class Publication {
    private final Mandate mandate;
    private final PolicyInForce policies;
    private final Turn turn;

    @Inject
    Publication(Mandate mandate, PolicyInForce policies, Turn turn) {
        this.mandate = mandate;
        this.policies = policies;
        this.turn = turn;
    }

    /**
     * Publishes.
     *
     * @param inForceFrom the first day on which it is in force, in the policy's time zone
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code not-a-draft}, {@code policy-open} with every open point
     *     and its line, {@code version-changed}, {@code basis-needed}, {@code approvals-missing}, {@code notice-too-short} with the
     *     member {@code earliest}
     */
    public HeldVersion publish(Caller caller, int version, LocalDate inForceFrom) {
        String rule = mandate.require(caller, Action.DRAFT_POLICY);
        turn.publish(caller, version, inForceFrom, rule);
        policies.follow();
        return policies.versions().stream()
                .filter(one -> one.policy().version() == version)
                .findFirst()
                .orElseThrow();
    }

    /** The one transaction of it. */
    @ApplicationScoped
    @Transactional
    static class Turn {
        private final PolicyInForce policies;
        private final PolicyRows rows;
        private final ApprovalRows approvals;
        private final NoticeRows notices;
        private final AccessLog log;
        private final InstantSource clock;

        @Inject
        Turn(
                PolicyInForce policies,
                PolicyRows rows,
                ApprovalRows approvals,
                NoticeRows notices,
                AccessLog log,
                InstantSource clock) {
            this.policies = policies;
            this.rows = rows;
            this.approvals = approvals;
            this.notices = notices;
            this.log = log;
            this.clock = clock;
        }

        public void publish(Caller caller, int version, LocalDate inForceFrom, String rule) {
            rows.hold();
            policies.follow();
            VersionRow draft = Drafts.require(rows, version);
            Policy policy = policies.version(version).orElseThrow();
            requireClosed(policy);
            Drafts.requireToFollow(policies.newest(), policy);
            Drafts.requireBases(policies.newest(), policy);
            requireApproved(draft);
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant from = inForceFrom
                    .atStartOfDay(policies.policy().meta().timeZone())
                    .toInstant();
            requireNotice(policy, now, from);
            rows.publish(version, now, from);
            notices.add(Randoms.id(), version);
            log.write(Mandate.entry(
                    caller,
                    Act.Outcome.done(rule),
                    Map.of(
                            "what", "publication",
                            "version", Integer.toString(version),
                            "sha256", draft.sha256(),
                            "inForceFrom", from.toString())));
        }

        private static void requireClosed(Policy policy) {
            List<Flaw> open = policy.openPoints().stream()
                    .map(point -> new Flaw(point.line(), point.path(), point.what()))
                    .toList();
            if (!open.isEmpty()) {
                throw new RefusedException(
                        Refusal.POLICY_OPEN, "no policy is published with open points, see the member problems", open);
            }
        }

        private void requireApproved(VersionRow draft) {
            List<String> approved = approvals.of(draft.version()).stream()
                    .filter(one -> one.sha256().equals(draft.sha256()))
                    .map(ApprovalRows.Approval::role)
                    .toList();
            List<String> missing = Drafts.missing(policies.policy(), approved);
            if (!missing.isEmpty()) {
                throw new RefusedException(
                        Refusal.APPROVALS_MISSING,
                        "not every role that must approve this version has",
                        Map.of("missing", String.join(" ", missing)));
            }
        }

        /** Not before the day that the version itself names, not before another that was published earlier, and with full notice. */
        private void requireNotice(Policy policy, Instant now, Instant from) {
            HeldVersion newest = policies.versions().get(0);
            Instant earliest = latest(
                    now.atZone(policy.meta().timeZone())
                            .plus(policies.policy().minNotice())
                            .toInstant(),
                    policy.meta().effectiveFrom().toInstant(),
                    newest.inForceFrom().plusSeconds(1));
            if (from.isBefore(earliest)) {
                throw new RefusedException(
                        Refusal.NOTICE_TOO_SHORT,
                        "inForceFrom is the first day of it, and begins no earlier than the member earliest says",
                        Map.of("earliest", earliest.toString()));
            }
        }

        private static Instant latest(Instant... moments) {
            return List.of(moments).stream().reduce(Instant.MIN, (one, other) -> one.isAfter(other) ? one : other);
        }
    }
}
