package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.policy.PolicyInForce;

/**
 * Numbers of permit cards that were lost (policy ENF-2): blocked as long as the file of the loss is kept, and never given again meanwhile. The
 * file names the lost card among its applicant's fields, and the new one with the event that ends the loss.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LostCards {
    /** What a party's lost card is called. */
    static final String LOST = "permitCard";
    /** The policy's event that a new card was given; files that end with it are those of losses. */
    static final String REPLACED = "card_replaced";

    private final NumberIndex index;
    private final PolicyInForce policies;

    @Inject
    LostCards(NumberIndex index, PolicyInForce policies) {
        this.index = index;
        this.policies = policies;
    }

    /** Whether files of this class are those of lost cards. */
    static boolean isOfLosses(RecordClass recordClass) {
        return recordClass.retention().triggers().contains(REPLACED);
    }

    /** Whether a file of a loss names this card, as its number is typed. */
    public boolean isBlocked(String number) {
        Sign card = Sign.ofCard(number);
        return !card.value().isEmpty()
                && !index.candidates(Set.of(card), ofLosses(policies.policy()), 1)
                        .isEmpty();
    }

    private static Within ofLosses(Policy policy) {
        List<Object> classes = policy.recordClasses().stream()
                .filter(LostCards::isOfLosses)
                .map(RecordClass::id)
                .collect(Collectors.toUnmodifiableList());
        String marks = classes.stream().map(id -> "?").collect(Collectors.joining(", "));
        return classes.isEmpty() ? Within.NONE : new Within("c.record_class in (" + marks + ")", classes);
    }

    /** The file of a loss names the card, and no card is lost twice. @throws RefusedException {@code malformed}, {@code card-blocked} */
    void requireNew(CasePlan plan, NewCase lodged) {
        if (!isOfLosses(plan.recordClass())) {
            return;
        }
        Set<String> cards = lodged.parties().stream()
                .map(NewParty::fields)
                .map(fields -> fields.getOrDefault(LOST, ""))
                .filter(number -> !Sign.ofCard(number).value().isEmpty())
                .collect(Collectors.toSet());
        if (cards.size() != 1) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "the file of a loss names the number of one card, as the applicant's " + LOST,
                    Map.of("member", LOST));
        }
        cards.forEach(this::requireFree);
    }

    /** @throws RefusedException {@code card-blocked} */
    void requireFree(String number) {
        if (isBlocked(number)) {
            throw new RefusedException(
                    Refusal.CARD_BLOCKED, "this card was reported lost; its number is not used again");
        }
    }
}
