package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/**
 * Sees to it that what takes several persons has several, and that none of them was made up for the purpose: who got a new password,
 * role or unit within a day, or is new, approves nothing. Asked once the policy allows the act, and before it is done; two accounts of
 * one person look like two persons to it.
 */
@ApplicationScoped
public class Approver {
    private static final Duration SETTLED = Duration.ofHours(24);

    private final Identities identities;
    private final InstantSource clock;

    @Inject
    Approver(Identities identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Returns where the account may approve what the others proposed or approved.
     *
     * @param others the accounts that must be other people's
     * @throws RefusedException {@code same-person} where it is one of the others, {@code approver-changed}, with the member {@code
     *     until}, where its credentials, role or unit changed within 24 hours; what was seen of the account is durable then
     */
    public void require(Caller approver, Collection<String> others) {
        if (others.stream().anyMatch(approver.user()::equalsIgnoreCase)) {
            throw new RefusedException(Refusal.SAME_PERSON, "another person than those before must do this");
        }
        identities
                .look(approver)
                .map(changed -> changed.plus(SETTLED))
                .filter(clock.instant()::isBefore)
                .ifPresent(Approver::refuse);
    }

    private static void refuse(Instant until) {
        throw new RefusedException(
                Refusal.APPROVER_CHANGED,
                "this account, its role or its password changed within 24 hours, see the member until",
                Map.of("until", until.toString()));
    }
}
