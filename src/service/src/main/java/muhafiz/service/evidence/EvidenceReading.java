package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;

/** Hands out evidence records to those the policy lets read the log; each time an entry. */
@ApplicationScoped
public class EvidenceReading {
    private final Gate gate;
    private final EvidenceRoom room;

    @Inject
    EvidenceReading(Gate gate, EvidenceRoom room) {
        this.gate = gate;
        this.room = room;
    }

    /** The record over the checkpoint that was stamped on that UTC day, DER. @throws RefusedException as the contract orders the answers */
    public byte[] ofDay(Caller caller, LocalDate day, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return shown(room.ofDay(new EvidenceRoom.Request(caller, purpose, why.ref()), day));
    }

    /** The checkpoint itself, as the record is over it: a signed note. @throws RefusedException as the contract orders the answers */
    public byte[] checkpointOf(Caller caller, LocalDate day, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return shown(room.checkpointOf(new EvidenceRoom.Request(caller, purpose, why.ref()), day));
    }

    /** The record over a document's ciphertext and label, DER. @throws RefusedException as the contract orders the answers */
    public byte[] ofDocument(Caller caller, UUID document, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        return shown(room.ofDocument(new EvidenceRoom.Request(caller, purpose, why.ref()), document));
    }

    private static byte[] shown(EvidenceRoom.Answer answer) {
        if (!answer.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role does not read evidence");
        }
        Optional<byte[]> record = answer.record();
        return record.orElseThrow(
                () -> new RefusedException(Refusal.NOT_FOUND, "there is no such evidence, or not yet"));
    }
}
