package muhafiz.domain.policy;

import java.util.List;

/**
 * What personal data may be used for.
 *
 * @param names what the public reads; the plain text where the file has none
 * @param serves the duties of the service behind it; at least one
 * @param needsConsent whether only the person's consent is a basis for it
 * @param givesPersonalOutput false where results come out anonymised only
 * @param regime administrative or law enforcement
 */
public record Purpose(
        String id,
        String text,
        Names names,
        List<String> serves,
        boolean needsConsent,
        boolean givesPersonalOutput,
        Regime regime,
        Footing footing) {
    public Purpose {
        serves = List.copyOf(serves);
        if (serves.isEmpty()) {
            throw new IllegalArgumentException("a purpose serves at least one task");
        }
    }
}
