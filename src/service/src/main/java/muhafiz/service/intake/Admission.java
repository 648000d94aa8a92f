package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.intake.MediaTypes;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Decides, before a byte is read, whether this caller may bring this kind of document to this case; every refusal is an entry. */
@ApplicationScoped
public class Admission {
    private final PolicyInForce policies;
    private final AdmissionDesk desk;
    private final Witness witness;

    @Inject
    Admission(PolicyInForce policies, AdmissionDesk desk, Witness witness) {
        this.policies = policies;
        this.desk = desk;
        this.witness = witness;
    }

    /**
     * A case and kind to which the caller may bring a document.
     *
     * @param persons whom the document concerns
     * @param rule what let it in
     * @param past what is known of the case
     */
    public record Admitted(
            UUID caseId, DocumentKind kind, String recordClass, Set<UUID> persons, String rule, Past past) {
        /**
         * @param length announced, in bytes
         * @throws RefusedException {@code empty-body}, {@code too-large}
         */
        public void requireLength(long length) {
            if (length == 0) {
                throw empty();
            }
            Sized.requireAtMost(kind.maxBytes(), length);
        }

        /**
         * The media type that the bytes themselves show.
         *
         * @param head the first {@value MediaTypes#HEAD} bytes, or all there are
         * @throws RefusedException {@code empty-body}, {@code type-not-accepted}
         */
        public String requireType(byte[] head) {
            if (head.length == 0) {
                throw empty();
            }
            String detected = MediaTypes.detect(head);
            if (!kind.takes(detected) && !kind.takesAnyQuarantined()) {
                String allowed =
                        String.join(", ", kind.formats().stream().sorted().toList());
                throw new RefusedException(
                        Refusal.TYPE_NOT_ACCEPTED,
                        "found " + detected + ", accepted are " + allowed,
                        Map.of("detected", detected, "accepted", allowed));
            }
            return detected;
        }

        private static RefusedException empty() {
            return new RefusedException(Refusal.EMPTY_BODY, "the body is empty");
        }
    }

    /** Whence the case came, and what has happened to it so far: the last day of each event. */
    public record Past(Provenance provenance, Map<String, LocalDate> events) {}

    /** What the desk found: admitted, or refused with the entry to write. */
    sealed interface Finding {
        record In(Admitted admitted) implements Finding {}

        record Out(Refusal refusal, String detail, String rule, Act.About about) implements Finding {}
    }

    /** @throws RefusedException with an entry, where the caller may not */
    public Admitted admit(Caller caller, String number, String kindId) {
        Optional<DocumentKind> kind = policies.policy().kind(kindId);
        Finding finding = desk.look(caller, number, kind);
        if (finding instanceof Finding.In in) {
            return in.admitted();
        }
        Finding.Out out = (Finding.Out) finding;
        witness.write(denied(caller, out));
        throw new RefusedException(out.refusal(), out.detail());
    }

    /** The entry of a refusal that came after the caller was admitted: while the body was read, or at the commit. */
    public void refused(Caller caller, Admitted admitted, Refusal refusal) {
        Act.About about = new Act.About(admitted.persons(), Optional.empty(), Optional.of(admitted.caseId()));
        witness.write(denied(caller, new Finding.Out(refusal, "", "intake." + refusal.code(), about))
                .with("kind", admitted.kind().id()));
    }

    private static Act denied(Caller caller, Finding.Out out) {
        return new Act(
                caller,
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied(out.rule()),
                out.about(),
                Map.of("asked", "ingest", "refusal", out.refusal().code()));
    }
}
