package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Sealer;
import muhafiz.crypto.seal.Tally;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.Payment;
import muhafiz.domain.document.Document;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.PaidFees;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;
import muhafiz.service.document.SelfDescriptions;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes in that a fee was paid. The archive writes it down as a document of the case: kind {@code payment_receipt}, whose class RC-PAY has an
 * end of its own. From then on the day by which the case must be decided follows the fee (policy, {@code eservices}).
 */
@ApplicationScoped
public class Payments {
    private static final String KIND = "payment_receipt";
    private static final String MEDIA_TYPE = "application/json";

    private final Admission admission;
    private final PaymentCommit commit;
    private final DocumentSeal seal;
    private final SelfDescriptions descriptions;
    private final ObjectStore store;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Payments(
            Admission admission,
            PaymentCommit commit,
            DocumentSeal seal,
            SelfDescriptions descriptions,
            ObjectStore store,
            PolicyInForce policies,
            InstantSource clock) {
        this.admission = admission;
        this.commit = commit;
        this.seal = seal;
        this.descriptions = descriptions;
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A payment that will not be lost.
     *
     * @param decideBy the last day for the decision; empty where no rule sets one, or the calendar is missing (a warning)
     */
    public record Taken(UUID document, String recordClass, Optional<LocalDate> decideBy, List<String> warnings) {}

    /**
     * Takes it in, once for each reference of a case: whoever repeats it gets the same answer.
     *
     * @throws RefusedException {@code malformed} for a way of paying that the policy does not know; what an upload is refused with; {@code
     *     free-service}, {@code event-not-accepted} for the future, {@code idempotency-mismatch}
     */
    public Taken take(Caller caller, String number, Payment payment) {
        requireKnownWay(payment);
        Admission.Admitted admitted = admission.admit(caller, number, KIND);
        try {
            requirePast(payment);
            return commit.before(caller, admitted, payment).orElseGet(() -> take(caller, admitted, payment));
        } catch (RefusedException refused) {
            admission.refused(caller, admitted, refused.refusal());
            throw refused;
        }
    }

    private void requireKnownWay(Payment payment) {
        List<String> ways = policies.policy()
                .file()
                .fields("payment_channels")
                .map(section -> section.words("via"))
                .orElse(List.of());
        if (!ways.contains(payment.via())) {
            throw new RefusedException(
                    Refusal.MALFORMED, "via must be one of " + String.join(", ", ways), Map.of("member", "via"));
        }
    }

    private void requirePast(Payment payment) {
        if (payment.paidAt().isAfter(clock.instant())) {
            throw new RefusedException(Refusal.EVENT_NOT_ACCEPTED, "paidAt lies in the future");
        }
    }

    private Taken take(Caller caller, Admission.Admitted admitted, Payment payment) {
        Document.Identity identity = new Document.Identity(Randoms.id(), admitted.caseId(), Randoms.id(), Randoms.id());
        byte[] text = PaidFees.json(payment).toString().getBytes(StandardCharsets.UTF_8);
        LocalDate day =
                LocalDate.ofInstant(payment.paidAt(), policies.policy().meta().timeZone());
        try (LeafKey key = LeafKey.fresh()) {
            AtomicReference<@Nullable SelfDescription> described = new AtomicReference<>();
            Pieces pieces = new Pieces(store, identity.versionId(), tally -> {
                SelfDescription what = describe(admitted, tally, day);
                described.set(what);
                return descriptions.label(key, identity, what);
            });
            Tally tally = Sealer.seal(
                    key, seal.original(identity.id(), identity.versionId()), new ByteArrayInputStream(text), pieces);
            SelfDescription said = Objects.requireNonNull(described.get(), "every message has a last segment");
            return commit.commit(
                    new PaymentCommit.Taking(caller, admitted, payment, day),
                    new IntakeCommit.Sealed(identity, key, said, tally));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private SelfDescription describe(Admission.Admitted admitted, Tally tally, LocalDate day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Document.Filing filing = new Document.Filing(
                KIND, admitted.recordClass(), admitted.past().provenance(), now, Optional.empty());
        About about = new About(
                tally.length(), tally.sha256(), MEDIA_TYPE, Optional.empty(), Randoms.bytes(About.NONCE), Randoms.id());
        Map<String, LocalDate> events = new TreeMap<>(admitted.past().events());
        events.put("paid", day);
        return new SelfDescription(
                DocumentSeal.ORIGINAL,
                admitted.caseId(),
                admitted.persons(),
                filing,
                events,
                about,
                tally.sealedSha256());
    }
}
