package muhafiz.domain.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Situation;

/**
 * Everything a decision depends on besides the policy. Purpose stated and not restricted are worked out from the rest
 * and need not be given.
 *
 * @param channel by which something comes in
 * @param recipient to whom something would go out
 * @param conditions what holds, of the words that grants use
 * @param situations what holds, of the words that prohibitions use
 */
public record AccessQuestion(
        Actor actor,
        Action action,
        Item item,
        Optional<String> purpose,
        Optional<String> channel,
        Optional<Recipient> recipient,
        Set<Condition> conditions,
        Set<Situation> situations) {
    public AccessQuestion {
        conditions = Set.copyOf(conditions);
        situations = Set.copyOf(situations);
    }

    public static AccessQuestion of(Actor actor, Action action) {
        return new AccessQuestion(
                actor, action, Item.none(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
    }

    public static AccessQuestion of(String role, Action action) {
        return of(Actor.of(role), action);
    }

    public AccessQuestion inUnit(String unit) {
        var in = new Actor(actor.roles(), Optional.of(unit));
        return new AccessQuestion(in, action, item, purpose, channel, recipient, conditions, situations);
    }

    public AccessQuestion about(Item about) {
        return new AccessQuestion(actor, action, about, purpose, channel, recipient, conditions, situations);
    }

    public AccessQuestion forPurpose(String stated) {
        return new AccessQuestion(actor, action, item, Optional.of(stated), channel, recipient, conditions, situations);
    }

    public AccessQuestion by(String way) {
        return new AccessQuestion(actor, action, item, purpose, Optional.of(way), recipient, conditions, situations);
    }

    public AccessQuestion to(Recipient whom) {
        return new AccessQuestion(actor, action, item, purpose, channel, Optional.of(whom), conditions, situations);
    }

    /** The same question with more conditions holding. */
    public AccessQuestion given(Condition... more) {
        var all = conditions.isEmpty() ? EnumSet.noneOf(Condition.class) : EnumSet.copyOf(conditions);
        all.addAll(Set.of(more));
        return new AccessQuestion(actor, action, item, purpose, channel, recipient, all, situations);
    }

    /** The same question in further situations. */
    public AccessQuestion when(Situation... more) {
        var all = situations.isEmpty() ? EnumSet.noneOf(Situation.class) : EnumSet.copyOf(situations);
        all.addAll(Set.of(more));
        return new AccessQuestion(actor, action, item, purpose, channel, recipient, conditions, all);
    }
}
