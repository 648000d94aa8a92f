package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.AccessQuestion;
import muhafiz.domain.access.Actor;
import muhafiz.domain.access.Item;
import muhafiz.domain.access.QuestionWords;
import muhafiz.domain.policy.Policy;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;

/** Puts a caller's question to the policy in force, and notes it with the call, so that its entry keeps it. */
@ApplicationScoped
public class Decider {
    private final PolicyInForce policies;

    @Inject
    Decider(PolicyInForce policies) {
        this.policies = policies;
    }

    public AccessDecision decide(Caller caller, Asked asked) {
        Optional<String> unit = Optional.of(caller.unit()).filter(id -> !id.isEmpty());
        AccessQuestion question = new AccessQuestion(
                new Actor(Set.of(caller.role()), unit),
                asked.action(),
                new Item(asked.recordClass(), asked.kind(), false),
                asked.purpose(),
                Optional.empty(),
                asked.recipient(),
                asked.facts(),
                asked.situations());
        Policy policy = policies.policy();
        AccessDecision decision = AccessDecisions.decide(policy, question);
        caller.request().wasAsked(decision.rule(), new Caller.Question(policy.version(), QuestionWords.of(question)));
        return decision;
    }
}
