package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Approver;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Identities;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of the register of grants. */
@ApplicationScoped
@Transactional
class GrantsTurn {
    private final Decider decider;
    private final Identities identities;
    private final ReviewRows reviews;
    private final Approver approver;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    GrantsTurn(
            Decider decider,
            Identities identities,
            ReviewRows reviews,
            Approver approver,
            PolicyInForce policies,
            AccessLog log,
            InstantSource clock) {
        this.decider = decider;
        this.identities = identities;
        this.reviews = reviews;
        this.approver = approver;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    record Wanted(Caller caller, String purpose, Optional<String> ref) {}

    /** Empty where it was refused. */
    public Optional<GrantRegister> register(Wanted wanted) {
        AccessDecision decision = decision(wanted);
        log.write(entry(wanted, decision, Action.READ_META.word(), Map.of("asked", "grants")));
        return decision.isAllowed() ? Optional.of(register()) : Optional.empty();
    }

    /** Empty where it was refused. */
    public Optional<GrantReview> review(Wanted wanted, String digest, Optional<String> findings) {
        AccessDecision decision = decision(wanted);
        if (!decision.isAllowed()) {
            log.write(entry(wanted, decision, "denied", Map.of("asked", "review of grants")));
            return Optional.empty();
        }
        approver.require(wanted.caller(), Set.of());
        if (!register().digest().equals(digest)) {
            throw new RefusedException(Refusal.LIST_CHANGED, "the grants are others by now; look at them again");
        }
        Map<String, String> more = new TreeMap<>(Map.of("change", "reviewed", "sha256", digest));
        findings.ifPresent(text -> more.put("findings", text));
        log.write(entry(wanted, decision, "grant_change", more));
        return Optional.of(kept(wanted.caller(), digest));
    }

    private GrantReview kept(Caller caller, String digest) {
        UUID id = Randoms.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        reviews.add(id, caller.user(), digest, now);
        return new GrantReview(id, now);
    }

    private GrantRegister register() {
        Policy policy = policies.policy();
        List<GrantRegister.Holder> holders = identities.all().stream()
                .map(identity -> new GrantRegister.Holder(
                        identity, identity.blockedAt().isPresent() ? List.of() : grants(policy, identity.role())))
                .toList();
        return new GrantRegister(
                policy.version(), policy.sha256(), reviews.decided(policy.version()), holders, reviews.newest());
    }

    private static List<Grant> grants(Policy policy, String role) {
        return policy.grants().stream()
                .filter(grant -> grant.role().equals(role))
                .toList();
    }

    private AccessDecision decision(Wanted wanted) {
        return decider.decide(
                wanted.caller(), Asked.ofLog(Action.READ_META, Optional.of(wanted.purpose()), wanted.ref()));
    }

    private static Act entry(Wanted wanted, AccessDecision decision, String action, Map<String, String> more) {
        boolean allowed = decision.isAllowed();
        return new Act(
                        wanted.caller(),
                        allowed ? action : "denied",
                        new Act.Ground(wanted.purpose(), ""),
                        allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                        Act.About.NOBODY,
                        more)
                .with("ref", wanted.ref());
    }
}
