package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.ConfirmedPeriods.Confirmation;
import muhafiz.service.policy.PolicyInForce;

/**
 * Every class with its rule, and how many of the periods nobody with authority has decided yet (requirement RM-1). It tells of the
 * published policy and of no record, so everybody who works here may see it.
 */
@ApplicationScoped
public class RetentionPlan {
    private final PolicyInForce policies;
    private final ConfirmedPeriods periods;
    private final Witness witness;

    @Inject
    RetentionPlan(PolicyInForce policies, ConfirmedPeriods periods, Witness witness) {
        this.policies = policies;
        this.periods = periods;
        this.witness = witness;
    }

    /**
     * The plan under the policy in force.
     *
     * @param assumed how many periods are assumed, of as many as there are classes
     * @param confirmed of the assumed ones those that the records manager answers for, by the rule's id
     */
    public record Planned(
            int policyVersion, List<RecordClass> classes, long assumed, Map<String, Confirmation> confirmed) {
        public Planned {
            classes = List.copyOf(classes);
            confirmed = Map.copyOf(confirmed);
        }
    }

    /** @throws RefusedException {@code not-allowed} to portal and applicants */
    public Planned shownTo(Caller caller) {
        boolean isShown = caller.isStaff();
        witness.write(new Act(
                caller,
                isShown ? "search" : "denied",
                Act.Ground.NONE,
                isShown ? Act.Outcome.done("archive.list") : Act.Outcome.denied("default.deny"),
                Act.About.NOBODY,
                Map.of("asked", "retention plan")));
        if (!isShown) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "the plan is for those who work here");
        }
        Policy policy = policies.policy();
        return new Planned(
                policy.version(), List.copyOf(policy.recordClasses()), policy.assumedPeriods(), confirmed(policy));
    }

    private Map<String, Confirmation> confirmed(Policy policy) {
        return policy.recordClasses().stream()
                .map(RecordClass::retention)
                .filter(rule -> !rule.isConfirmed())
                .flatMap(rule -> periods.confirmation(rule).stream())
                .collect(Collectors.toMap(Confirmation::rule, made -> made));
    }
}
