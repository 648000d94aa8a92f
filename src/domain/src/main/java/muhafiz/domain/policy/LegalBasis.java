package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * What makes a processing lawful.
 *
 * @param ref where it stands
 * @param needs what must be named with it, such as act and article
 * @param consentMustHold the parts of a consent; none for other bases
 */
public record LegalBasis(
        String id,
        Optional<String> ref,
        boolean withdrawable,
        List<String> needs,
        List<String> consentMustHold,
        Footing footing) {
    public LegalBasis {
        needs = List.copyOf(needs);
        consentMustHold = List.copyOf(consentMustHold);
    }
}
