package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/**
 * Two others than the proposer approve a list by its digest, one of them the data-protection officer; with the second word the destruction
 * is ordered. Nobody approves who released a hold on one of its items within 90 days.
 */
@ApplicationScoped
public class Approvals {
    private final Admission admission;
    private final ApprovalTurn turn;

    @Inject
    Approvals(Admission admission, ApprovalTurn turn) {
        this.admission = admission;
        this.turn = turn;
    }

    /**
     * Approves.
     *
     * @param digest of the list that was looked at, in lower-case hex
     * @throws RefusedException {@code not-allowed}; {@code not-found}; {@code already-decided}, {@code list-changed}, {@code
     *     as-of-in-future}, {@code same-person}, {@code approver-changed}, {@code dpo-needed}, {@code period-assumed} with the {@code
     *     rules}, {@code copy-not-stated} with the {@code kinds}
     * @throws muhafiz.crypto.UnavailableException {@code clock-in-doubt}
     */
    public void approve(Caller caller, UUID id, String digest) {
        admission.require(caller, Action.APPROVE_DESTRUCTION);
        LocalDate today = admission.today(caller);
        turn.approve(new ApprovalTurn.Word(caller, id, digest, today)).ifPresent(refused -> {
            throw refused;
        });
    }
}
