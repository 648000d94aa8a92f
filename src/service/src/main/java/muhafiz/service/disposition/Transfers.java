package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.parcel.Receiver;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/**
 * Hands what was approved and is to be archived to the National Archive, and destroys it only once a receipt names what was sent (policy,
 * {@code record_classes}: archive).
 */
@ApplicationScoped
public class Transfers {
    private final Admission admission;
    private final TransferTurn turn;
    private final ParcelContents contents;
    private final InstantSource clock;

    @Inject
    Transfers(Admission admission, TransferTurn turn, ParcelContents contents, InstantSource clock) {
        this.admission = admission;
        this.turn = turn;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * A package for the holder of this certificate; its entries are durable on return.
     *
     * @param certificate X.509 in PEM
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}, {@code nothing-to-transfer}
     */
    public Parcel parcel(Caller caller, UUID id, String certificate) {
        Receiver receiver = receiver(certificate);
        admission.require(caller, Action.PROPOSE_DESTRUCTION);
        LocalDate today = admission.today(caller);
        TransferTurn.Answer answer = turn.open(caller, id);
        answer.refused().ifPresent(Transfers::refuse);
        List<Parcel.Paper> papers = answer.items().stream()
                .filter(Item::isDocument)
                .map(item -> new Parcel.Paper(
                        item.what().id(), item.place().caseFile(), item.what().rule()))
                .toList();
        Set<UUID> cases =
                answer.items().stream().map(item -> item.place().caseFile()).collect(Collectors.toSet());
        Parcel.Shipment shipment = new Parcel.Shipment(id, clock.instant(), today, papers, cases);
        return new Parcel(
                receiver,
                shipment,
                contents,
                (sha256, bytes) -> turn.sent(caller, id, new TransferTurn.Sent(sha256, bytes)));
    }

    private Receiver receiver(String certificate) {
        try {
            return Receiver.ofPem(certificate, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, String.valueOf(e.getMessage()), Map.of("member", "certificate"));
        }
    }

    /**
     * That the National Archive has received a package.
     *
     * @param sha256 of the package, in lower-case hex
     * @param reference by which the receipt is found at the National Archive
     */
    public record Receipt(String sha256, String reference) {}

    /**
     * Records the receipt; from then on what was handed over is destroyed here.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code nothing-to-transfer}, {@code package-unknown}
     * @throws muhafiz.crypto.UnavailableException {@code clock-in-doubt}
     */
    public void received(Caller caller, UUID id, Receipt receipt) {
        admission.require(caller, Action.PROPOSE_DESTRUCTION);
        admission.today(caller);
        turn.received(caller, id, receipt).ifPresent(Transfers::refuse);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(
                refusal,
                switch (refusal) {
                    case NOTHING_TO_TRANSFER -> "nothing of it waits to be handed over";
                    case PACKAGE_UNKNOWN ->
                        "no such package was made of it, or what waits has changed since: make another";
                    default -> "there is no such disposition";
                });
    }
}
