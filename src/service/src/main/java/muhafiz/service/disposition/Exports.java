package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.parcel.Receiver;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.PolicyInForce;

/**
 * The exit: all that is held of a unit, of classes, or of everything, in packages for one receiver, once two others than the proposer have
 * approved what goes and to whom. Nothing is destroyed by it. Who may propose and approve that things are disposed of may let them leave
 * (policy, {@code propose_destruction}, {@code approve_destruction}).
 */
@ApplicationScoped
public class Exports {
    private static final UUID FIRST = new UUID(0, 0);

    private final Admission admission;
    private final ExportTurn turn;
    private final ParcelContents contents;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    Exports(
            Admission admission,
            ExportTurn turn,
            ParcelContents contents,
            PolicyInForce policies,
            InstantSource clock) {
        this.admission = admission;
        this.turn = turn;
        this.contents = contents;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param unit whose cases; empty for every unit's
     * @param classes of documents and cases; none for all
     * @param certificate of the receiver, X.509 in PEM
     */
    public record Wish(Optional<String> unit, Set<String> classes, String certificate) {}

    /**
     * Proposes an export of what was received until now.
     *
     * @return its id
     * @throws RefusedException {@code malformed} for a certificate that none is encrypted to, {@code not-allowed}, {@code unit-unknown},
     *     {@code class-not-accepted}, {@code nothing-to-transfer}
     */
    public UUID propose(Caller caller, Wish wish) {
        requireReceiver(wish.certificate());
        admission.require(caller, Action.PROPOSE_DESTRUCTION);
        requireKnown(wish);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Export made = new Export(
                Randoms.id(),
                wish.unit().orElse(""),
                new TreeSet<>(wish.classes()),
                wish.certificate(),
                now,
                caller.user(),
                caller.role());
        return turn.propose(caller, made).orThrow();
    }

    private void requireKnown(Wish wish) {
        Policy policy = policies.policy();
        if (wish.unit().filter(one -> policy.unit(one).isEmpty()).isPresent()) {
            throw new RefusedException(Refusal.UNIT_UNKNOWN, "there is no such unit");
        }
        for (String one : wish.classes()) {
            if (policy.recordClass(one)
                    .filter(RecordClass::holdsPersonalData)
                    .filter(found -> !found.madeByTheArchive())
                    .isEmpty()) {
                throw new RefusedException(Refusal.CLASS_NOT_ACCEPTED, "nothing is filed under one of these classes");
            }
        }
    }

    private void requireReceiver(String certificate) {
        try {
            Receiver.ofPem(certificate, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, String.valueOf(e.getMessage()), Map.of("member", "certificate"));
        }
    }

    /**
     * Approves.
     *
     * @param digest of the export that was looked at, in lower-case hex
     * @throws RefusedException {@code not-allowed}; {@code not-found}; {@code already-decided}, {@code list-changed}, {@code
     *     export-ended}, {@code same-person}, {@code approver-changed}, {@code dpo-needed}
     */
    public void approve(Caller caller, UUID id, String digest) {
        admission.require(caller, Action.APPROVE_DESTRUCTION);
        turn.approve(caller, id, digest).orThrow();
    }

    /** @throws RefusedException {@code not-allowed}, {@code not-found} */
    public ExportView view(Caller caller, UUID id) {
        admission.requirePart(caller);
        return turn.view(caller, id).orThrow();
    }

    /**
     * One package of it.
     *
     * @param next the case after which the next package begins; empty where this is the last
     */
    public record Sending(Parcel parcel, Optional<UUID> next) {}

    /**
     * The next package after this case; its entries are durable on return. May be asked for again.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code approvals-missing}, {@code export-ended}, {@code
     *     nothing-to-transfer}
     */
    public Sending parcel(Caller caller, UUID id, Optional<UUID> after) {
        admission.require(caller, Action.PROPOSE_DESTRUCTION);
        ExportTurn.Going going = turn.open(caller, id, after.orElse(FIRST)).orThrow();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, policies.policy().meta().timeZone());
        Parcel.Shipment shipment = new Parcel.Shipment(id, now, day, going.papers(), going.cases());
        return new Sending(
                new Parcel(
                        going.receiver(),
                        shipment,
                        contents,
                        (sha256, bytes) -> turn.sent(caller, going, sha256, bytes)),
                going.next());
    }
}
