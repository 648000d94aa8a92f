package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.proof.log.Inside;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.DestructionCertificate.Part;
import muhafiz.service.checkpoint.Proofs;
import muhafiz.service.checkpoint.Published;
import muhafiz.service.checkpoint.ToldEntries;

/** Certificates of destruction as outsiders can check them: each part is an entry of the log, shown with its inside and its proof. */
@ApplicationScoped
@Transactional
public class ProvenCertificates {
    private static final String ACTION = "key_operation";

    private final DestructionRows orders;
    private final ToldEntries entries;
    private final Proofs proofs;

    @Inject
    ProvenCertificates(DestructionRows orders, ToldEntries entries, Proofs proofs) {
        this.orders = orders;
        this.entries = entries;
        this.proofs = proofs;
    }

    /** Empty until the first part has its checkpoint; and where the log's term has passed, as its bytes are gone. */
    public Optional<DestructionCertificate> of(UUID order) {
        return orders.certificate(order)
                .flatMap(certificate -> proofs.newest().flatMap(shown -> {
                    List<Part> parts = new ArrayList<>();
                    part(1, certificate.keysDestroyedAt(), order, shown).ifPresent(parts::add);
                    certificate
                            .outOfReachAt()
                            .filter(at -> !parts.isEmpty())
                            .flatMap(at -> part(2, at, order, shown))
                            .ifPresent(parts::add);
                    return parts.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new DestructionCertificate(order, shown.note(), parts));
                }));
    }

    private Optional<Part> part(int number, Instant from, UUID order, Published shown) {
        return entries.first(ACTION, from, inside -> tells(inside, number, order), shown)
                .map(entry -> new Part(
                        number, Instant.ofEpochSecond(entry.leaf().publicPart().epochSecond()), entry));
    }

    private static boolean tells(Inside inside, int number, UUID order) {
        return order.toString().equals(inside.more().get("order"))
                && Integer.toString(number).equals(inside.more().get("part"));
    }
}
