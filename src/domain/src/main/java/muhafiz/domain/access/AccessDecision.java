package muhafiz.domain.access;

/** What was decided, and the rule that decided it. */
public sealed interface AccessDecision {

    /** The id of a grant or a prohibition, or {@code default.deny}. */
    String rule();

    record Allowed(String rule) implements AccessDecision {}

    /** Nothing may be learned from the refusal, not even that the item exists. */
    record Denied(String rule) implements AccessDecision {}

    /** A restricted file, told to one who could act on it were it not restricted. */
    record Restricted(String rule) implements AccessDecision {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
