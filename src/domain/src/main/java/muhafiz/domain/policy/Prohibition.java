package muhafiz.domain.policy;

import java.util.Optional;
import java.util.Set;

/**
 * What nobody may do; it beats every grant.
 *
 * @param scope the classes it speaks of; empty means everything
 * @param when the situation it needs
 * @param to the recipient it speaks of
 * @param compares attributes of the person that the recipient's country is compared with
 * @param channel the channel it speaks of
 * @param unlessAny any of these lifts it
 * @param isSilent whether the refusal must not say why
 */
public record Prohibition(
        String id,
        Set<Action> denied,
        Optional<Grant.Scope> scope,
        Optional<Situation> when,
        Optional<Situation> to,
        Set<PersonCountry> compares,
        Optional<String> channel,
        Set<Situation> unlessAny,
        boolean isSilent,
        Footing footing) {
    public Prohibition {
        denied = Set.copyOf(denied);
        compares = Set.copyOf(compares);
        unlessAny = Set.copyOf(unlessAny);
        if (denied.isEmpty()) {
            throw new IllegalArgumentException("a prohibition denies at least one action");
        }
        if (when.isEmpty() && to.isEmpty() && channel.isEmpty()) {
            throw new IllegalArgumentException("a prohibition says when, to whom or by which channel");
        }
    }

    /** Whether it is the legal hold, which stops destruction only. */
    public boolean isHold() {
        return when.filter(Situation.LEGAL_HOLD::equals).isPresent();
    }

    public boolean isRestriction() {
        return when.filter(Situation.RESTRICTED::equals).isPresent();
    }

    /** What is known of a person that may equal a recipient's country. */
    public enum PersonCountry {
        NATIONALITY,
        COUNTRY_OF_ORIGIN;

        static Optional<PersonCountry> of(String word) {
            return switch (word) {
                case "nationality" -> Optional.of(NATIONALITY);
                case "country_of_origin" -> Optional.of(COUNTRY_OF_ORIGIN);
                default -> Optional.empty();
            };
        }
    }
}
