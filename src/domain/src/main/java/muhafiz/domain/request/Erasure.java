package muhafiz.domain.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.RetentionRule;

/**
 * Whether something may be destroyed because the person asks for it: the tests of the policy ({@code requests.ERASE.test_order}), in its
 * order. The identity is looked at before, once for the whole request.
 */
public final class Erasure {
    /** The tests, in the policy's words. */
    public static final List<String> TESTS =
            List.of("identity", "legal_hold", "archive_fund", "retention_floor", "other_subjects", "basis");

    private Erasure() {}

    /**
     * What is known of a document, or of a case.
     *
     * @param hold one that stands upon it
     * @param events the day that counts, by trigger
     * @param isAnothers whether it is somebody else's file, in which the person is only named
     * @param isInUse whether the task that it serves is not over
     */
    public record Facts(
            RecordClass recordClass,
            Optional<UUID> hold,
            Map<String, LocalDate> events,
            boolean isAnothers,
            boolean isInUse) {
        public Facts {
            events = Map.copyOf(events);
        }
    }

    /** The first test that it does not pass; empty where it may go. */
    public static Optional<Ground> refusal(RequestKind kind, Facts facts, LocalDate today) {
        return kind.testOrder().stream()
                .flatMap(test -> refusal(test, facts, today).stream())
                .findFirst();
    }

    private static Optional<Ground> refusal(String test, Facts facts, LocalDate today) {
        RetentionRule rule = facts.recordClass().retention();
        return switch (test) {
            case "identity" -> Optional.empty();
            case "legal_hold" -> facts.hold().map(Ground.Hold::new);
            case "archive_fund" ->
                rule.disposal() == Disposal.ARCHIVE ? Optional.of(new Ground.ArchiveFund(rule.id())) : Optional.empty();
            case "retention_floor" -> floor(facts, today);
            case "other_subjects" -> facts.isAnothers() ? Optional.of(new Ground.Others()) : Optional.empty();
            case "basis" -> facts.isInUse() ? Optional.of(inUse(facts)) : Optional.empty();
            default -> throw new IllegalArgumentException("the policy names a test that is not built: " + test);
        };
    }

    private static Optional<Ground> floor(Facts facts, LocalDate today) {
        RetentionRule rule = facts.recordClass().retention();
        return rule.floor().flatMap(floor -> {
            Optional<LocalDate> end = floor.until().isPresent()
                    ? floor.until().map(facts.events()::get)
                    : floor.period().flatMap(period -> triggered(rule, facts).map(day -> day.plus(period)));
            String law = floor.footing().source().orElseGet(() -> citation(facts));
            return end.filter(day -> !day.isAfter(today)).isPresent()
                    ? Optional.<Ground>empty()
                    : Optional.of(new Ground.Retention(rule.id(), law, end));
        });
    }

    private static Optional<LocalDate> triggered(RetentionRule rule, Facts facts) {
        return rule.triggers().stream()
                .flatMap(trigger -> Optional.ofNullable(facts.events().get(trigger)).stream())
                .min(LocalDate::compareTo);
    }

    private static Ground inUse(Facts facts) {
        return new Ground.Retention(facts.recordClass().retention().id(), citation(facts), Optional.empty());
    }

    private static String citation(Facts facts) {
        return facts.recordClass().basis().citation();
    }
}
