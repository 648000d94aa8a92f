package muhafiz.domain.policy;

import java.util.Optional;

/** Under which of its two hats the service holds something: rights, logs and secrecy differ. */
public enum Regime {
    ADMINISTRATIVE,
    LAW_ENFORCEMENT;

    static Optional<Regime> of(String word) {
        return switch (word) {
            case "administrative" -> Optional.of(ADMINISTRATIVE);
            case "law_enforcement" -> Optional.of(LAW_ENFORCEMENT);
            default -> Optional.empty();
        };
    }
}
