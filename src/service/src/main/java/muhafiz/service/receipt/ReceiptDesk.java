package muhafiz.service.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.policy.Action;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Hands out receipts; the decision and its entry are durable before. */
@ApplicationScoped
public class ReceiptDesk {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Gate gate;
    private final ReceiptTurn turn;

    @Inject
    ReceiptDesk(Gate gate, ReceiptTurn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * The proof (c2sp.org/tlog-proof) that the log has the entry of the document's arrival; with its opening for the portal and the owner, without for the auditor.
     *
     * @param number of the owner's application; empty for accounts
     * @throws RefusedException as the contract orders the answers
     * @throws UnavailableException where no checkpoint has the entry yet
     */
    public String receipt(Caller caller, UUID document, Optional<String> number, Why why) {
        Optional<String> purpose =
                caller.isStaff() ? Optional.of(gate.purpose(caller, Action.READ_META, why)) : Optional.empty();
        ReceiptTurn.Answer answer = turn.receipt(new ReceiptTurn.Request(caller, document, number, purpose, why.ref()));
        if (!answer.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role gets no receipts");
        }
        if (!answer.isKnown()) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such document");
        }
        return answer.proof()
                .map(TlogProof::asText)
                .orElseThrow(() -> new UnavailableException("no checkpoint has this entry yet", SOON));
    }
}
