package muhafiz.domain.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Grant;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Prohibition;
import muhafiz.domain.policy.Situation;

/** Decides questions of access under a policy. Pure: same policy, same question, same answer. */
public final class AccessDecisions {
    /** The rule where nothing grants. */
    public static final String DEFAULT_DENY = "default.deny";

    private AccessDecisions() {}

    /** In the order prohibition, hold (destruction only), restriction, grant, deny. */
    public static AccessDecision decide(Policy policy, AccessQuestion question) {
        var rules = new Rules(policy, question);
        var prohibited = rules.never()
                .or(() -> rules.prohibition(rule -> !rule.isHold() && !rule.isRestriction()))
                .or(() -> rules.prohibition(Prohibition::isHold));
        if (prohibited.isPresent()) {
            return new AccessDecision.Denied(prohibited.get());
        }
        var free = rules.grant(true);
        var restricted = rules.prohibition(Prohibition::isRestriction);
        if (restricted.isPresent()) {
            return free.isPresent()
                    ? new AccessDecision.Restricted(restricted.get())
                    : new AccessDecision.Denied(restricted.get());
        }
        return rules.grant(!rules.isRestricted())
                .<AccessDecision>map(AccessDecision.Allowed::new)
                .or(() -> free.map(AccessDecision.Restricted::new))
                .orElseGet(() -> new AccessDecision.Denied(DEFAULT_DENY));
    }

    /**
     * The rule that stops an act of the archive itself, such as shredding or taking something in; such an act needs no
     * grant. In the order of {@link #decide}.
     */
    public static Optional<String> prohibition(Policy policy, AccessQuestion question) {
        var rules = new Rules(policy, question);
        return rules.never()
                .or(() -> rules.prohibition(rule -> !rule.isHold() && !rule.isRestriction()))
                .or(() -> rules.prohibition(Prohibition::isHold))
                .or(() -> rules.prohibition(Prohibition::isRestriction));
    }

    /** Whether any grant of these roles names the purpose: the contract's 403 step, without a look-up. */
    public static boolean purposeGranted(Policy policy, Collection<String> roles, String purpose) {
        return grants(policy, roles).anyMatch(grant -> grant.serves(purpose));
    }

    /**
     * Whether the act is granted for the purpose only to those who name a case, request or audit number: the
     * contract's 400 {@code ref-required} step, without a look-up.
     */
    public static boolean needsReference(Policy policy, Collection<String> roles, String purpose, Action action) {
        var grants = grants(policy, roles)
                .filter(grant -> grant.serves(purpose) && grant.actions().contains(action))
                .toList();
        return !grants.isEmpty() && grants.stream().allMatch(Grant::needsReference);
    }

    /** The grants by which an actor could do something for a purpose, for lists that filter in the database. */
    public static List<Reach> reach(Policy policy, Actor actor, Action action, String purpose) {
        return reach(
                policy, actor, grant -> grant.serves(purpose) && grant.actions().contains(action));
    }

    /** What all grants of the actor reach together, for whatever action and purpose. */
    public static List<Reach> reach(Policy policy, Actor actor) {
        return reach(policy, actor, grant -> true);
    }

    private static List<Reach> reach(Policy policy, Actor actor, Predicate<Grant> which) {
        var scopes = new Scopes(policy, actor);
        return grants(policy, actor.roles())
                .filter(which)
                .map(grant -> new Reach(grant.id(), scopes.classes(grant.scope()), grant.kinds(), grant.when()))
                .toList();
    }

    private static Stream<Grant> grants(Policy policy, Collection<String> roles) {
        return policy.grants().stream().filter(grant -> roles.contains(grant.role()));
    }

    /** The rules of one policy, seen by one question. */
    private record Rules(Policy policy, AccessQuestion question) {

        /** What one of the actor's roles must never do, whatever is granted. */
        Optional<String> never() {
            var reads = question.action().isReading();
            return grants(policy, question.actor().roles())
                    .filter(grant -> grant.neverActions().contains(question.action())
                            || (reads
                                    && question.item()
                                            .kind()
                                            .filter(grant.neverRead()::contains)
                                            .isPresent()))
                    .map(Grant::id)
                    .findFirst();
        }

        Optional<String> prohibition(Predicate<Prohibition> step) {
            return policy.prohibitions().stream()
                    .filter(step)
                    .filter(this::applies)
                    .map(Prohibition::id)
                    .findFirst();
        }

        /** Whether a restriction stands that nothing lifts. */
        boolean isRestricted() {
            return question.situations().contains(Situation.RESTRICTED)
                    && policy.prohibitions().stream()
                            .filter(Prohibition::isRestriction)
                            .noneMatch(this::isLifted);
        }

        Optional<String> grant(boolean notRestricted) {
            var holding = new Holding(question, notRestricted);
            var scopes = new Scopes(policy, question.actor());
            return grants(policy, question.actor().roles())
                    .filter(grant -> grant.actions().contains(question.action()))
                    .filter(grant -> grant.purposes().isEmpty()
                            || question.purpose().filter(grant::serves).isPresent())
                    .filter(grant -> scopes.holds(grant.scope(), question.item()))
                    .filter(grant -> grant.kinds().isEmpty()
                            || question.item()
                                    .kind()
                                    .filter(grant.kinds()::contains)
                                    .isPresent())
                    .filter(grant -> holding.all(grant.when()))
                    .map(Grant::id)
                    .findFirst();
        }

        private boolean applies(Prohibition rule) {
            var scopes = new Scopes(policy, question.actor());
            return rule.denied().stream().anyMatch(denied -> denied.covers(question.action()))
                    && rule.scope()
                            .filter(scope -> !scopes.mayHold(scope, question.item()))
                            .isEmpty()
                    && rule.when()
                            .filter(when -> !question.situations().contains(when))
                            .isEmpty()
                    && rule.channel()
                            .filter(way -> !question.channel().equals(Optional.of(way)))
                            .isEmpty()
                    && reaches(rule)
                    && !isLifted(rule);
        }

        private boolean reaches(Prohibition rule) {
            if (rule.to().isEmpty() || question.situations().contains(rule.to().get())) {
                return true;
            }
            return question.recipient()
                    .filter(recipient -> rule.compares().isEmpty()
                            ? recipient.isForeign()
                            : recipient.mayBeOfPersonsCountry(rule.compares()))
                    .isPresent();
        }

        private boolean isLifted(Prohibition rule) {
            return rule.unlessAny().stream().anyMatch(question.situations()::contains);
        }
    }

    /** The conditions that hold: those stated, and the two that follow from the question itself. */
    private record Holding(AccessQuestion question, boolean notRestricted) {

        boolean all(Set<Condition> wanted) {
            return wanted.stream().allMatch(this::holds);
        }

        private boolean holds(Condition condition) {
            return switch (condition) {
                case PURPOSE_STATED -> question.purpose().isPresent();
                case NOT_RESTRICTED -> notRestricted;
                default -> question.conditions().contains(condition);
            };
        }
    }
}
