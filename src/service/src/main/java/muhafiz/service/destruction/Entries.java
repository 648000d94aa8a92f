package muhafiz.service.destruction;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;

/** What the log says of an order's targets. */
final class Entries {
    private static final String RULE = "archive.destruction";
    private static final String PURPOSE = "P-RECORDS";

    private Entries() {}

    /** @param what the kind of target */
    static Act gone(UUID order, String what, Act.About about) {
        return act("shred", Act.Outcome.done(RULE), about, Map.of("what", what, "order", order.toString()));
    }

    /** @param rule what stood against it */
    static Act left(UUID order, String what, Act.About about, String rule) {
        return act(
                "denied",
                Act.Outcome.denied(rule),
                about,
                Map.of("asked", "shred", "what", what, "order", order.toString()));
    }

    /** @param rule what stood against it; empty where it went */
    static Act of(UUID order, String what, Act.About about, Optional<String> rule) {
        return rule.map(one -> left(order, what, about, one)).orElseGet(() -> gone(order, what, about));
    }

    private static Act act(String action, Act.Outcome outcome, Act.About about, Map<String, String> more) {
        return new Act(
                Caller.archive(Randoms.id().toString()), action, new Act.Ground(PURPOSE, ""), outcome, about, more);
    }
}
