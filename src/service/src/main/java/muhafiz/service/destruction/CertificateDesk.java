package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.access.Gate;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;

/** Shows certificates of destruction to those whom the policy lets read their class; each showing is an entry. */
@ApplicationScoped
public class CertificateDesk {
    private static final String CERTIFICATES = "RC-CERT";

    private final Gate gate;
    private final Turn turn;

    @Inject
    CertificateDesk(Gate gate, Turn turn) {
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * The certificate as JSON, with as many parts as have happened and have a checkpoint.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, and the gate's
     */
    public String certificate(Caller caller, UUID order, Why why) {
        String purpose = gate.purpose(caller, Action.READ_META, why);
        Turn.Answer answer = turn.certificate(new Turn.Wanted(caller, order, purpose, why.ref()));
        if (!answer.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role reads no certificates");
        }
        return answer.certificate()
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "of no such order keys were destroyed"))
                .json()
                .toString();
    }

    /** The same for those whose right to it was looked at, and whose reading was put on record, by whoever calls this. */
    public Optional<String> shownToTheEntitled(UUID order) {
        return turn.of(order).map(certificate -> certificate.json().toString());
    }

    /** The one transaction of it. */
    @ApplicationScoped
    static class Turn {
        private final Decider decider;
        private final ProvenCertificates certificates;
        private final AccessLog log;

        @Inject
        Turn(Decider decider, ProvenCertificates certificates, AccessLog log) {
            this.decider = decider;
            this.certificates = certificates;
            this.log = log;
        }

        record Wanted(Caller caller, UUID order, String purpose, Optional<String> ref) {}

        record Answer(boolean isAllowed, Optional<DestructionCertificate> certificate) {}

        @Transactional
        public Optional<DestructionCertificate> of(UUID order) {
            return certificates.of(order);
        }

        @Transactional
        public Answer certificate(Wanted wanted) {
            AccessDecision decision = decider.decide(
                    wanted.caller(),
                    new Asked(
                            Action.READ_META,
                            Optional.of(CERTIFICATES),
                            Optional.empty(),
                            Optional.of(wanted.purpose()),
                            Set.of()));
            Optional<DestructionCertificate> found =
                    decision.isAllowed() ? certificates.of(wanted.order()) : Optional.empty();
            log.write(entry(wanted, decision, found.isPresent()));
            return new Answer(decision.isAllowed(), found);
        }

        private static Act entry(Wanted wanted, AccessDecision decision, boolean isFound) {
            boolean isShown = decision.isAllowed() && isFound;
            Act act = new Act(
                    wanted.caller(),
                    isShown ? Action.READ_META.word() : "denied",
                    new Act.Ground(wanted.purpose(), ""),
                    isShown
                            ? Act.Outcome.done(decision.rule())
                            : Act.Outcome.denied(decision.isAllowed() ? "unknown" : decision.rule()),
                    Act.About.NOBODY,
                    Map.of("asked", "certificate", "order", wanted.order().toString()));
            return act.with("ref", wanted.ref());
        }
    }
}
